import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { committed } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';

/** The parts of a fleet, and the list of its regions: constants of these names are the committed fleet's. */
const parts = new Set([...Object.keys(committed), 'regionIds']);
// How tenants are kept apart and how soon data is back: the same for every place, so no move changes them.
for (const policy of ['tenancy', 'recoveryTiers']) parts.delete(policy);

/** The values, not types, that a source takes from packages of this repository by such a name. */
const constantsIn = (source: string): readonly string[] =>
  [...source.matchAll(/^import (?!type)\{([^}]*)\} from '@bizflow\//gm)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim().replace(/ as .*/, ''))
    .filter((name) => parts.has(name));

// They are given a fleet, which may be another one: the next step of a move, or a fleet of the tests.
const givenOne =
  '{packages/{proofs,runbooks,k8s-manifests,waf-rules,terraform-roots}/src,apps/generator/src/{moves,scaffold,trees}}';

it('reads facts from the fleet that it is given, where renderers, proofs and moves are given one', () => {
  const sources = globSync(`${givenOne}/**/*.ts`, { cwd: repository }).filter(
    (path) => !/\.test\.ts$/.test(path),
  );
  expect(sources.length).toBeGreaterThan(200);
  const found = sources.flatMap((path) =>
    constantsIn(readFileSync(join(repository, path), 'utf8')).map((name) => `${path}: ${name}`),
  );
  expect(found).toEqual([]);
});

it('tells a constant from a type and from another name', () => {
  const source =
    "import { type Region, regionIds as ids, catalogue } from '@bizflow/region-catalog';\nimport type { catalog } from '@bizflow/region-catalog';";
  expect(constantsIn(source)).toEqual(['regionIds']);
});
