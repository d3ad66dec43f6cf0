import { type Problem, unless, warning } from '@bizflow/kernel';
import { sites } from '../clusters.ts';
import type { Fleet } from '../fleet.ts';
import type { Minted } from '../minted.ts';

/** What AWS mints, as it spells it. */
const formats = {
  account: /^\d{12}$/,
  prometheusWorkspace: /^ws-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  fargateSecurityGroup: /^sg-[0-9a-f]{8,17}$/,
  multiRegionKey: /^mrk-[0-9a-f]{32}$/,
  datastore: /^[a-z]{5}-[a-z0-9-]+$/,
} as const;

type Format = keyof typeof formats;

// AWS's documentation accounts and made-up ids stay examples, whatever they are declared to be.
const isDocumentation = (value: string): boolean =>
  /^(1{4}2{4}3{4}|4{4}5{4}6{4}|123456789012)$/.test(value) || /-0{8}|^a{5}-/.test(value);

const remedy = 'write the real value as minted(...) in packages/config/src/minted.ts';

const valueProblems = (at: string, format: Format, minted: Minted): readonly Problem[] => [
  ...unless(formats[format].test(minted.value), {
    code: 'MINTED_FORMAT',
    at,
    value: minted.value,
    reason: `is not spelled as AWS spells it: ${formats[format].source}`,
    remedy,
  }),
  ...(minted.example || isDocumentation(minted.value) ? [exampleOf(at, minted.value)] : []),
];

const exampleOf = (at: string, value: string): Problem =>
  warning({
    code: 'EXAMPLE_VALUE',
    at,
    value,
    reason: 'is an example; only AWS can mint it',
    remedy,
  });

// A multi-Region key is made in the hub; only an environment with other places must name it.
const needsKeys = ({ environments, foundations, catalog }: Fleet): readonly string[] =>
  environments
    .filter((environment) =>
      sites(environment, catalog).some(
        ({ region }) => region !== foundations[environment.name]?.hub,
      ),
    )
    .map(({ name }) => name);

const datastoreIds = ({ catalog }: Fleet): readonly string[] => [
  ...new Set(
    Object.values(catalog).flatMap(({ redis: { global } }) =>
      global?.role === 'secondary' ? [global.id] : [],
    ),
  ),
];

const clusterIds = ({ environments, catalog }: Fleet): readonly string[] =>
  environments.flatMap((environment) =>
    sites(environment, catalog).map(({ region }) => `${environment.name}/${region}`),
  );

/** Every account and cluster has an entry; a missing one would render an empty name. */
const missing = (fleet: Fleet): readonly Problem[] => [
  ...['delivery', ...fleet.environments.map(({ name }) => name)].flatMap((name) =>
    unless(Object.hasOwn(fleet.minted.accounts, name), {
      code: 'MINTED_MISSING',
      at: `minted.accounts.${name}`,
      value: 'undefined',
      reason: 'no value that AWS mints is known for this account',
      remedy: `add '${name}' to packages/config/src/minted.ts, with an example(...) value at first`,
    }),
  ),
  ...clusterIds(fleet).flatMap((id) =>
    unless(fleet.minted.clusters[id] !== undefined, {
      code: 'MINTED_MISSING',
      at: `minted.clusters['${id}']`,
      value: 'undefined',
      reason: 'no value that AWS mints is known for this cluster',
      remedy: `add an entry '${id}' to packages/config/src/minted.ts, with example(...) values at first`,
    }),
  ),
  ...needsKeys(fleet).flatMap((name) =>
    unless(fleet.minted.keys[name] !== undefined, {
      code: 'MINTED_MISSING',
      at: `minted.keys.${name}`,
      value: 'undefined',
      reason: 'no multi-Region key is known that its regions could have replicas of',
      remedy: `add '${name}' to packages/config/src/minted.ts, with example(...) values at first`,
    }),
  ),
  ...datastoreIds(fleet).flatMap((id) =>
    unless(fleet.minted.datastores[id] !== undefined, {
      code: 'MINTED_MISSING',
      at: `minted.datastores['${id}']`,
      value: 'undefined',
      reason: 'nothing says under which id AWS made this Global Datastore',
      remedy: `add '${id}' to packages/config/src/minted.ts, with an example(...) value at first`,
    }),
  ),
];

/** Every value is there and spelled as AWS does, and each example that still stands in is named. */
export const minted = (fleet: Fleet): readonly Problem[] => [
  ...missing(fleet),
  ...Object.entries(fleet.minted.accounts).flatMap(([name, value]) =>
    valueProblems(`minted.accounts.${name}`, 'account', value),
  ),
  ...Object.entries(fleet.minted.keys).flatMap(([name, keys]) =>
    Object.entries(keys ?? {}).flatMap(([purpose, value]) =>
      valueProblems(`minted.keys.${name}.${purpose}`, 'multiRegionKey', value),
    ),
  ),
  ...Object.entries(fleet.minted.datastores).flatMap(([id, value]) =>
    value === undefined ? [] : valueProblems(`minted.datastores['${id}']`, 'datastore', value),
  ),
  ...Object.entries(fleet.minted.clusters).flatMap(([id, values]) =>
    Object.entries(values ?? {}).flatMap(([name, value]) =>
      valueProblems(`minted.clusters['${id}'].${name}`, name as Format, value),
    ),
  ),
];

/** No two accounts and no two clusters share what AWS mints for one of them. */
export const mintedTwice = ({ minted: { accounts, clusters } }: Fleet): readonly Problem[] => {
  const values = [
    ...Object.entries(accounts).map(([name, value]) => ({ at: `minted.accounts.${name}`, value })),
    ...Object.entries(clusters).flatMap(([id, own]) =>
      Object.entries(own ?? {}).map(([name, value]) => ({
        at: `minted.clusters['${id}'].${name}`,
        value,
      })),
    ),
  ];
  return values.flatMap(({ at, value }, index) => {
    const first = values.findIndex((other) => other.value.value === value.value);
    return unless(first === index, {
      code: 'MINTED_TWICE',
      at,
      value: value.value,
      reason: `stands for ${values[first]?.at} already`,
      remedy: 'write what AWS minted for this one',
    });
  });
};
