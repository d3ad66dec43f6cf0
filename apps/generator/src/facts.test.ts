import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { GeneratorError } from './error.ts';
import { allWrong, factsOf } from './facts.ts';
import { lockPath, readLock } from './lock.ts';
import { isError, plan } from './plan.ts';

it('reports problems of the lock together with those of all other facts', () => {
  const { api, ...rest } = committed.lock.images.production;
  const production = { ...rest, api: { ...api, digest: 'latest' } };
  const text = JSON.stringify({
    ...committed.lock,
    images: { ...committed.lock.images, production },
  });
  const { lock, problems } = readLock({ read: () => text as never });
  const facts = { ...committed, lock, repository: 'ftp://x y' };
  expect(allWrong(facts, problems).map(({ code, at }) => `${code} ${at}`)).toEqual([
    `LOCK_INVALID ${lockPath}/images/production/api/digest`,
    'REPOSITORY_URL repository',
  ]);
});

it('names no image that is missing only because the lock cannot be read', () => {
  const tree = { read: (path: string) => (path === lockPath ? '{' : '{}') as never };
  expect(() => factsOf(tree)).toThrow(GeneratorError);
  expect(() => factsOf(tree)).toThrow(/^1 problem;/);
});

it('says so when the lock of charts cannot be read', () => {
  const lock = JSON.stringify(committed.lock);
  const tree = { read: (path: string) => (path === lockPath ? lock : '{') as never };
  expect(() => factsOf(tree)).toThrow(/^1 problem;[\s\S]*CHARTS_LOCK_INVALID/);
});

it('says once that there is no lock of charts, whatever lacks an inventory then', () => {
  const found = plan({ ...committed, charts: {} }, {}).problems.filter(isError);
  expect(found).toMatchObject([{ code: 'CHARTS_LOCK_MISSING', at: 'charts.lock.json' }]);
});
