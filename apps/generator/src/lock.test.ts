import { expect, it } from 'vitest';
import { GeneratorError } from './error.ts';
import { imageLock } from './lock.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const image = { tag: '1.0.0', digest, example: false };
const lock = (images: unknown) => JSON.stringify({ apiVersion: 'images.bizflow.app/v1', images });
const reading = (text: string | null) => () => imageLock({ read: () => text as never });

it('reads a sound lock', () => {
  const images = { production: { api: image }, staging: {} };
  expect(reading(lock(images))().images).toEqual(images);
});

it.each([
  ['a missing file', null, 'does not exist'],
  ['text that is no JSON', '{', 'is no JSON'],
  ['a missing environment', lock({ production: {} }), "must have required property 'staging'"],
  [
    'a tag in place of a digest',
    lock({ production: { api: { ...image, digest: 'latest' } }, staging: {} }),
    '/images/production/api/digest = "latest"',
  ],
  [
    'an unknown member',
    lock({ production: { api: { ...image, arch: 1 } }, staging: {} }),
    'must NOT have additional properties arch',
  ],
  [
    'another version',
    '{"apiVersion":"v2","images":{"production":{},"staging":{}}}',
    'must be equal to constant',
  ],
])('refuses %s with the path and the reason', (_, text, words) => {
  expect(reading(text)).toThrow(GeneratorError);
  expect(reading(text)).toThrow(words);
});

it('says all that is wrong at once', () => {
  expect(reading('{"images":{"production":{},"staging":{"api":{}}}}')).toThrow('4 problems');
});
