import { type Fleet, fleetRules } from '@bizflow/config';
import { type AssignedToCluster, placeholder } from '@bizflow/config/assigned';
import { type Problem, problem } from '@bizflow/kernel';
import type { Catalog, Region } from '@bizflow/region-catalog';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError } from '../plan.ts';
import { amend } from './amend.ts';
import { formatThenSay } from './format.ts';
import { newRegion, type RegionOptions } from './new-region.ts';
import { camelCase, literal } from './typescript.ts';

const sources = 'packages/region-catalog/src';
const next = 'next: read the fact sheet, then npx nx generate @bizflow/generator:render';

/** Writes a region's fact sheet and registers it, unless a rule of the fleet reports an error. */
export function addRegion(tree: Tree, options: RegionOptions): () => void {
  const region = newRegion(options);
  const { id } = region;
  const facts = factsOf(tree);
  const assigned = newPlaceholders(id, facts);
  const problems = [...taken(options, facts), ...fleetRules(joined(facts, region, assigned))];
  if (problems.some(isError)) throw new GeneratorError(problems.filter(isError));
  const constant = camelCase(id);
  tree.write(
    `${sources}/regions/${id}.ts`,
    `import type { Region } from '../region.ts';\n\nexport const ${constant} = ${literal(region)} as const satisfies Region;\n`,
  );
  amend(tree, [
    {
      path: `${sources}/region-ids.ts`,
      find: /,?\s*\]\)/,
      replace: `, '${id}'])`,
    },
    {
      path: `${sources}/catalog.ts`,
      find: /(import \{ \w+ \} from '\.\/regions\/)/,
      replace: `import { ${constant} } from './regions/${id}.ts';\n$1`,
    },
    {
      path: `${sources}/catalog.ts`,
      find: /(\n\} as const satisfies Catalog)/,
      replace: `\n  '${id}': ${constant},$1`,
    },
    {
      path: 'packages/config/src/release/promotion.ts',
      find: /(\n {4}waves: \[)/,
      replace: `$1['${id}'], `,
    },
    {
      path: 'packages/config/src/assigned/assigned.ts',
      find: /(\n {2}\} satisfies Partial<Record<ClusterId)/,
      replace: `${assignedEntry(id, assigned)}$1`,
    },
  ]);
  return formatThenSay(tree, next);
}

/** The fleet as it will be, with the region wherever it is registered. */
const joined = (facts: Fleet, region: Region, assigned: AssignedToCluster): Fleet => {
  const { id } = region;
  return {
    ...facts,
    catalog: { ...facts.catalog, [id]: region } as Catalog,
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

const taken = ({ id, name }: RegionOptions, { catalog }: Fleet): readonly Problem[] => {
  if (name.trim() === '' || name.length > 80) {
    const remedy = 'write the name that AWS uses for the region';
    return [
      problem({
        code: 'REGION_NAME',
        at: 'name',
        value: name,
        reason: 'must be a name of 1 to 80 letters',
        remedy,
      }),
    ];
  }
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(id)) {
    const remedy = 'write the id that AWS uses, such as ca-central-1';
    return [
      problem({
        code: 'REGION_ID',
        at: 'id',
        value: id,
        reason: 'is not an AWS Region id',
        remedy,
      }),
    ];
  }
  return Object.hasOwn(catalog, id)
    ? [
        problem({
          code: 'REGION_TAKEN',
          at: 'id',
          value: id,
          reason: 'is already in the catalog',
          remedy: `edit regions/${id}.ts`,
        }),
      ]
    : [];
};

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
