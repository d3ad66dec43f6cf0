import { type Problem, unless } from '@bizflow/region-catalog';
import { sites } from '../clusters.ts';
import type { Fleet } from '../fleet.ts';
import type { Minted } from '../minted.ts';

const remedy = 'write the real value as minted(...) in packages/config/src/minted.ts';

const exampleOf = (at: string, { value, example }: Minted): readonly Problem[] =>
  example
    ? [
        {
          code: 'EXAMPLE_VALUE',
          severity: 'warning',
          at,
          value,
          reason: 'is an example; only AWS can mint it',
          remedy,
        },
      ]
    : [];

/** Every cluster has an entry, and each example that still stands in is named. */
export const minted = ({ minted: own, environments, catalog }: Fleet): readonly Problem[] => [
  ...environments.flatMap((environment) =>
    sites(environment, catalog).flatMap(({ region }) => {
      const id = `${environment.name}/${region}`;
      return unless(
        own.clusters[id] !== undefined,
        'MINTED_MISSING',
        `minted.clusters['${id}']`,
        'undefined',
        'no value that AWS mints is known for this cluster',
        `add an entry '${id}' to packages/config/src/minted.ts, with example(...) values at first`,
      );
    }),
  ),
  ...Object.entries(own.accounts).flatMap(([name, value]) =>
    exampleOf(`minted.accounts.${name}`, value),
  ),
  ...Object.entries(own.clusters).flatMap(([id, values]) =>
    Object.entries(values ?? {}).flatMap(([name, value]: [string, Minted]) =>
      exampleOf(`minted.clusters['${id}'].${name}`, value),
    ),
  ),
];
