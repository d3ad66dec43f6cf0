import { expect, it } from 'vitest';
import { commitSignatureRules } from './commit-signature-rules.ts';

const [begin, end] = ['BEGIN', 'END'].map((word) => `-----${word} PGP PUBLIC KEY BLOCK-----\n`);
const sound = { id: '0123456789ABCDEF', armoured: `${begin}\nmQENBA==\n${end}` };
const found = (...keys: readonly (typeof sound)[]) =>
  commitSignatureRules({ production: keys }).map(({ code, at }) => `${code} ${at}`);

it('accepts what is written, and a key with its id', () => {
  expect(commitSignatureRules()).toEqual([]);
  expect(found(sound, { ...sound, id: 'FEDCBA9876543210' })).toEqual([]);
});

it.each([
  ['a short id', { id: '89ABCDEF' }, 'COMMIT_KEY_ID release.commitSignatures.production[0].id'],
  [
    'a key without its end',
    { armoured: `${begin}\nmQ` },
    'COMMIT_KEY_TEXT release.commitSignatures.production[0].armoured',
  ],
])('refuses %s', (_, wrong, expected) => {
  expect(found({ ...sound, ...wrong })).toEqual([expected]);
});

it('refuses one key twice', () => {
  expect(found(sound, sound)).toEqual([
    'COMMIT_KEY_TWICE release.commitSignatures.production[1].id',
  ]);
});
