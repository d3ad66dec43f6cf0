import { type Problem, unless } from '@bizflow/kernel';
import { type Catalog, sheetOf } from '../sheet-of.ts';

interface PlacedKey {
  readonly at: string;
  readonly region: string;
  readonly purpose: string;
  readonly alias: string;
  readonly scope: string;
}

const placedKeys = (catalog: Catalog): readonly PlacedKey[] =>
  Object.entries(catalog).flatMap(([region, { keys }]) =>
    Object.entries(keys).map(([purpose, { alias, scope }]) => ({
      at: `${region}.keys.${purpose}.alias`,
      region,
      purpose,
      alias,
      scope,
    })),
  );

// KMS API reference, CreateAlias: unique in an account and Region.
const aliasOnce = (keys: readonly PlacedKey[]): readonly Problem[] =>
  keys.flatMap(({ at, region, alias }) => {
    const first = keys.find((other) => other.region === region && other.alias === alias);
    const reason = `is already used (${first?.at})`;
    return unless(first?.at === at, {
      code: 'KEY_ALIAS_TWICE',
      at,
      value: alias,
      reason,
      remedy: 'choose another alias',
    });
  });

const oneMultiRegionKey = (keys: readonly PlacedKey[]): readonly Problem[] => {
  const shared = keys.filter(({ scope }) => scope === 'multi-region');
  return shared.flatMap(({ at, purpose, alias }) => {
    const first = shared.find((other) => other.purpose === purpose);
    const reason = `differs from ${first?.alias} (${first?.at}), the same multi-region key`;
    const remedy = 'use one alias in every region';
    return unless(first?.alias === alias, {
      code: 'KEY_ALIAS_UNEQUAL',
      at,
      value: alias,
      reason,
      remedy,
    });
  });
};

// KMS API reference, CreateAlias: these characters, and `aws/` is AWS's own.
const aliasAccepted = ({ at, alias }: PlacedKey): readonly Problem[] =>
  unless(/^(?!aws\/)[a-zA-Z0-9/_-]{1,250}$/.test(alias), {
    code: 'KEY_ALIAS',
    at,
    value: alias,
    reason: 'is not an alias that KMS accepts',
    remedy: 'use letters, digits, dashes, slashes and underscores; do not start with aws/',
  });

// RDS user guide, "Creating an encrypted cross-Region read replica", and S3's, "Replicating encrypted
// objects": a copy in another Region is encrypted with a key of that Region.
const replicasHaveKeys = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, database, buckets }) => [
    ...(database.source === null ? [] : ownKey(catalog, id, 'database')),
    ...buckets.flatMap(({ replicatesTo }) =>
      replicatesTo === null ? [] : ownKey(catalog, replicatesTo, 'storage'),
    ),
  ]);

const ownKey = (
  catalog: Catalog,
  region: string,
  purpose: 'database' | 'storage',
): readonly Problem[] => {
  const key = sheetOf(catalog, region)?.keys[purpose];
  return unless(key?.scope === 'regional', {
    code: 'REPLICA_KEY',
    at: `${region}.keys.${purpose}`,
    value: key?.scope,
    reason: 'must be a key of this region: a replica from another region is encrypted with it',
    remedy: "give the region its own key, with scope 'regional'",
  });
};

/** No region gives two keys one alias, and a multi-region key has one alias in all of them. */
export const keyRules = (catalog: Catalog): readonly Problem[] => {
  const placed = placedKeys(catalog);
  return [
    ...placed.flatMap(aliasAccepted),
    ...aliasOnce(placed),
    ...oneMultiRegionKey(placed),
    ...replicasHaveKeys(catalog),
  ];
};
