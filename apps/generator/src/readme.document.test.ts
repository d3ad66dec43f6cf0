import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { committed } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';
import { plan } from './plan.ts';

const textsOf = (fleet: typeof committed): ReadonlyMap<string, string> =>
  new Map(plan(fleet, {}).files.map(({ path, text }) => [path, text]));

it('shows in the README each file that follows from other public subnets of London', () => {
  const london = committed.catalog['eu-west-2'];
  const network = {
    ...london.network,
    public: ['10.4.4.0/24', '10.4.5.0/24', '10.4.6.0/24'],
  } as const;
  const catalog = { ...committed.catalog, 'eu-west-2': { ...london, network } };
  const before = textsOf(committed);
  const changed = [...textsOf({ ...committed, catalog })]
    .filter(([path, text]) => before.get(path) !== text)
    .map(([path]) => path);
  const readme = readFileSync(join(repository, 'README.md'), 'utf8');
  const shown = [...readme.matchAll(/^UPDATE (.+)$/gm)].map(([, path]) => path);
  expect(changed.toSorted()).toEqual(shown.toSorted());
});
