import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { releaseTokens } from '../release/notifications.ts';
import { neededHosts } from './needed-hosts.ts';
import { providers } from './providers.ts';

it('derives names from every kind of fact', () => {
  const kinds = new Set(neededHosts(committed).map(({ from }) => from));
  expect([...kinds].toSorted()).toEqual([
    ...['call', 'chart', 'hand', 'image', 'redirect', 'secret', 'setting'],
  ]);
});

it('knows where each service answers that is told of releases', () => {
  const told = committed.environments.flatMap((one) => Object.values(releaseTokens(one)));
  expect(told.filter((secret) => !Object.hasOwn(providers, secret))).toEqual([]);
});

it('gives every name its reason with a source, and few by hand', () => {
  const needed = neededHosts(committed);
  expect(needed.filter(({ why, source }) => why === '' || source === '')).toEqual([]);
  expect(needed.filter(({ from }) => from === 'hand').map(({ host }) => host)).toEqual([
    'api.github.com',
    '.amazonaws.com',
  ]);
});
