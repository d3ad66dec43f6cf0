import { type ClusterMinted, example, type Fleet, fleetProblems } from '@bizflow/config';
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

/** Writes a region's fact sheet and registers it, unless the fleet's rules speak against it. */
export function addRegion(tree: Tree, options: RegionOptions): () => void {
  const region = newRegion(options);
  const { id } = region;
  const facts = factsOf(tree);
  const minted = mintedExamples(facts);
  const problems = [...taken(options, facts), ...fleetProblems(joined(facts, region, minted))];
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
      path: 'packages/config/src/promotion.ts',
      find: /(\n {4}waves: \[)/,
      replace: `$1['${id}'], `,
    },
    {
      path: 'packages/config/src/minted.ts',
      find: /(\n {2}\} satisfies Partial<Record<ClusterId)/,
      replace: `${mintedEntry(id, minted)}$1`,
    },
  ]);
  return formatThenSay(tree, next);
}

/** The fleet as it will be, with the region wherever it is registered. */
const joined = (facts: Fleet, region: Region, minted: ClusterMinted): Fleet => {
  const { id } = region;
  return {
    ...facts,
    catalog: { ...facts.catalog, [id]: region } as Catalog,
    minted: {
      ...facts.minted,
      clusters: { ...facts.minted.clusters, [`production/${id}`]: minted },
    },
    promotions: facts.promotions.map((promotion) => ({
      ...promotion,
      waves: [[id], ...promotion.waves],
    })),
  };
};

const taken = ({ id, name }: RegionOptions, { catalog }: Fleet): readonly Problem[] => {
  if (name.trim() === '' || name.length > 80) {
    const remedy = 'write the name that AWS gives the region';
    return [
      problem({
        code: 'REGION_NAME',
        at: 'name',
        value: name,
        reason: 'is no name of 1 to 80 letters',
        remedy,
      }),
    ];
  }
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(id)) {
    const remedy = 'spell it as AWS does, such as ca-central-1';
    return [
      problem({
        code: 'REGION_ID',
        at: 'id',
        value: id,
        reason: 'is no AWS Region id',
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
          reason: 'stands in the catalog already',
          remedy: `edit regions/${id}.ts`,
        }),
      ]
    : [];
};

const mintedExamples = ({ minted }: Fleet): ClusterMinted => {
  const number = String(Object.keys(minted.clusters).length + 1);
  return {
    prometheusWorkspace: example(`ws-00000000-0000-4000-8000-${number.padStart(12, '0')}`),
    fargateSecurityGroup: example(`sg-${number.padStart(17, '0')}`),
  };
};

const mintedEntry = (id: string, minted: ClusterMinted): string => `
    'production/${id}': {
      prometheusWorkspace: example('${minted.prometheusWorkspace.value}'),
      fargateSecurityGroup: example('${minted.fargateSecurityGroup.value}'),
    },`;
