import { expect, it } from 'vitest';
import { keyring, signedCommits } from './commit-keys.ts';

const repository = 'https://github.com/bizflow/platform.git';
const keys = [{ id: '0123456789ABCDEF', armoured: 'a key' }];

it('asks for no signature while no key is named', () => {
  expect([signedCommits(repository, []), keyring([])]).toEqual([{}, {}]);
});

it('asks one of the keys for the head of our repository, and of no chart', () => {
  const [policy, ...others] = signedCommits(repository, keys).sourceIntegrity?.git.policies ?? [];
  // Argo CD fails every sync of a repository that two policies match.
  expect(others).toEqual([]);
  expect(policy).toEqual({
    repos: [{ url: repository }],
    gpg: { mode: 'head', keys: ['0123456789ABCDEF'] },
  });
});

it('gives Argo CD every key that it asks for', () => {
  const asked = signedCommits(repository, keys).sourceIntegrity?.git.policies[0]?.gpg.keys;
  expect(Object.keys(keyring(keys).gpg?.keys ?? {})).toEqual(asked);
});
