import type { Fleet } from '@bizflow/config';
import { type AssignedToCluster, placeholder } from '@bizflow/config/assigned';
import { withMoves } from '@bizflow/config/moves';
import type { Sheet } from '@bizflow/region-catalog';
import type { Sheets } from '@bizflow/region-catalog/moves';
import type { Tree } from '@nx/devkit';
import { sources } from '../catalog-sources.ts';
import { amend } from './amend.ts';
import { exampleNumber } from './example-number.ts';
import { camelCase, literal } from './typescript.ts';

/** The fleet as it will be, with a new region wherever it is registered. */
export const joined = (facts: Fleet, sheet: Sheet): Fleet => {
  const { id } = sheet;
  const assigned = placeholders(id);
  const wanted = {
    ...facts,
    sheets: { ...facts.sheets, [id]: sheet } as Sheets,
    assigned: {
      ...facts.assigned,
      clusters: { ...facts.assigned.clusters, [`production/${id}`]: assigned },
    },
    promotions: facts.promotions.map((promotion) => ({
      ...promotion,
      waves: [[id], ...promotion.waves],
    })),
  };
  return { ...wanted, ...withMoves(wanted, facts.moves) };
};

/** Writes the fact sheet of a region, and its entries in the lists of regions. */
export function register(tree: Tree, sheet: Sheet, { assigned }: Fleet): void {
  const { id } = sheet;
  const constant = camelCase(id);
  const own = assigned.clusters[`production/${id}`];
  tree.write(
    `${sources}/regions/${id}.ts`,
    `import type { Sheet } from '../region.ts';\n\nexport const ${constant} = ${literal(sheet)} as const satisfies Sheet;\n`,
  );
  amend(tree, [
    {
      path: `${sources}/region-ids.ts`,
      find: /,?\s*\]\)/,
      replace: `,\n  '${id}',\n])`,
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
      replace: `$1      ['${id}'],\n`,
    },
    {
      path: 'packages/config/src/assigned/assigned.ts',
      find: /(\n {2}\} satisfies Partial<Record<ClusterId)/,
      replace: `${own === undefined ? '' : assignedEntry(id, own)}$1`,
    },
  ]);
}

// The id decides them, so that two branches which each add a region choose no value twice.
const placeholders = (id: string): AssignedToCluster => {
  const number = exampleNumber(id);
  return {
    prometheusWorkspace: placeholder(`ws-00000000-0000-4000-8000-${number.padStart(12, '0')}`),
    fargateSecurityGroup: placeholder(`sg-${number.padStart(17, '0')}`),
    userPool: placeholder(`${id}_EXAMPLE${number.slice(-2)}`),
    signOnClient: placeholder(number.padStart(26, '0')),
  };
};

const assignedEntry = (id: string, assigned: AssignedToCluster): string => {
  const lines = Object.entries(assigned).map(
    ([name, { value }]) => `\n      ${name}: placeholder('${value}'),`,
  );
  return `\n    'production/${id}': {${lines.join('')}\n    },`;
};
