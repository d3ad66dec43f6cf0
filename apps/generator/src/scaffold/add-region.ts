import { type Fleet, fleetRules } from '@bizflow/config';
import { type AssignedToCluster, placeholder } from '@bizflow/config/assigned';
import { knownRegion } from '@bizflow/config/aws';
import { type Problem, unless } from '@bizflow/kernel';
import type { Catalog, Sheet } from '@bizflow/region-catalog';
import { placed, type Sheets } from '@bizflow/region-catalog/moves';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError } from '../plan.ts';
import { amend } from './amend.ts';
import { formatThenSay } from './format.ts';
import { newRegion, type RegionOptions } from './new-region.ts';
import { camelCase, literal } from './typescript.ts';

const sources = 'packages/region-catalog/src';
const next = [
  'next: read the fact sheet, then npx nx generate @bizflow/generator:render',
  'tests stay red until the region has its prices and sizes in packages/config/src/cost/prices.ts,',
  "and the document's tests know it: CONTRIBUTING.md, Add a region",
].join('\n');

const optIn = (id: string): string =>
  `AWS enables ${id} only for accounts that ask for it: docs/foundation.md, 1. Accounts`;

/** Writes a region's fact sheet and registers it, unless a rule of the fleet reports an error. */
export function addRegion(tree: Tree, options: RegionOptions): () => void {
  const facts = factsOf(tree);
  const unusable = refused(options, facts);
  if (unusable.length > 0) throw new GeneratorError(unusable);
  const known = knownRegion(facts.aws, options.id);
  const { id } = options;
  const region = newRegion(options, known);
  const assigned = newPlaceholders(id, facts);
  const problems = fleetRules(joined(facts, region, assigned)).filter(isError);
  if (problems.length > 0) throw new GeneratorError(problems);
  const constant = camelCase(id);
  tree.write(
    `${sources}/regions/${id}.ts`,
    `import type { Sheet } from '../region.ts';\n\nexport const ${constant} = ${literal(region)} as const satisfies Sheet;\n`,
  );
  amend(tree, [
    {
      path: `${sources}/region-ids.ts`,
      find: /,?\s*\]\)/,
      replace: `, '${id}'])`,
    },
    {
      path: `${sources}/sheets.ts`,
      find: /(import \{ \w+ \} from '\.\/regions\/)/,
      replace: `import { ${constant} } from './regions/${id}.ts';\n$1`,
    },
    {
      path: `${sources}/sheets.ts`,
      find: /(\n\} as const satisfies Sheets)/,
      replace: `\n  '${id}': ${constant},$1`,
    },
    {
      path: 'packages/config/src/release/promotion.ts',
      find: /(\n {4}waves: \[\n(?: *\/\/.*\n)*)/,
      replace: `$1['${id}'],\n`,
    },
    {
      path: 'packages/config/src/assigned/assigned.ts',
      find: /(\n {2}\} satisfies Partial<Record<ClusterId)/,
      replace: `${assignedEntry(id, assigned)}$1`,
    },
  ]);
  return formatThenSay(tree, known?.optIn ? `${next}\n${optIn(id)}` : next);
}

/** The fleet as it will be, with the region wherever it is registered. */
const joined = (facts: Fleet, region: Sheet, assigned: AssignedToCluster): Fleet => {
  const { id } = region;
  return {
    ...facts,
    catalog: { ...facts.catalog, ...placed({ [id]: region } as Sheets, []) } as Catalog,
    assigned: {
      ...facts.assigned,
      clusters: { ...facts.assigned.clusters, [`production/${id}`]: assigned },
    },
    promotions: facts.promotions.map((promotion) => ({
      ...promotion,
      waves: [[id], ...promotion.waves],
    })),
  };
};

/** What is wrong with the options themselves; each of it would break rules of the whole fleet as well. */
const refused = ({ id, name, octet }: RegionOptions, { catalog }: Fleet): readonly Problem[] => [
  ...unless(name.trim() !== '' && name.length <= 80, {
    code: 'REGION_NAME',
    at: '--name',
    value: name,
    reason: 'must be a name of 1 to 80 letters',
    remedy: 'write the name that AWS uses for the region',
  }),
  ...unless(/^[a-z]{2}(-[a-z]+)+-\d$/.test(id), {
    code: 'REGION_ID',
    at: '--id',
    value: id,
    reason: 'is not an AWS Region id',
    remedy: 'write the id that AWS uses: a continent, a direction and a number',
  }),
  ...unless(Number.isInteger(octet) && octet >= 0 && octet <= 255, {
    code: 'REGION_OCTET',
    at: '--octet',
    value: octet,
    reason: 'must be a whole number >= 0 and <= 255: it is the second number of 10.x.0.0/16',
    remedy: 'choose one that no other VPC has',
  }),
  ...unless(!Object.hasOwn(catalog, id), {
    code: 'REGION_TAKEN',
    at: '--id',
    value: id,
    reason: 'is already in the catalog',
    remedy: `edit ${sources}/regions/${id}.ts`,
  }),
];

const newPlaceholders = (id: string, { assigned }: Fleet): AssignedToCluster => {
  const number = String(Object.keys(assigned.clusters).length + 1);
  return {
    prometheusWorkspace: placeholder(`ws-00000000-0000-4000-8000-${number.padStart(12, '0')}`),
    fargateSecurityGroup: placeholder(`sg-${number.padStart(17, '0')}`),
    userPool: placeholder(`${id}_EXAMPLE${number.padStart(2, '0')}`),
    signOnClient: placeholder(number.padStart(26, '0')),
  };
};

const assignedEntry = (id: string, assigned: AssignedToCluster): string => {
  const lines = Object.entries(assigned).map(
    ([name, { value }]) => `\n      ${name}: placeholder('${value}'),`,
  );
  return `\n    'production/${id}': {${lines.join('')}\n    },`;
};
