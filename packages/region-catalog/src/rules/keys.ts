import type { Catalog } from '../catalog.ts';
import { type Problem, unless } from '../problem.ts';

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
    const reason = `is taken already (${first?.at})`;
    return unless(first?.at === at, 'KEY_ALIAS_TWICE', at, alias, reason, 'choose another alias');
  });

const oneMultiRegionKey = (keys: readonly PlacedKey[]): readonly Problem[] => {
  const shared = keys.filter(({ scope }) => scope === 'multi-region');
  return shared.flatMap(({ at, purpose, alias }) => {
    const first = shared.find((other) => other.purpose === purpose);
    const reason = `differs from ${first?.alias} (${first?.at}), the same multi-region key`;
    const remedy = 'use one alias in every region';
    return unless(first?.alias === alias, 'KEY_ALIAS_UNEQUAL', at, alias, reason, remedy);
  });
};

/** No region gives two keys one alias, and a multi-region key has one alias in all of them. */
export const keys = (catalog: Catalog): readonly Problem[] => {
  const placed = placedKeys(catalog);
  return [...aliasOnce(placed), ...oneMultiRegionKey(placed)];
};
