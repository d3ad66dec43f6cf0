import { type Fleet, fleetRules } from '@bizflow/config';
import { failoverRules, standbyOf, takenOver } from '@bizflow/config/failover';
import type { RegionId } from '@bizflow/region-catalog';
import type { Tree } from '@nx/devkit';
import { summarize } from '../describe.ts';
import { type GeneratorError, refusal, refuse } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError } from '../plan.ts';
import { amend } from './amend.ts';
import { formatThenSay } from './format.ts';

export interface FailoverOptions {
  readonly lost: string;
}

const source = 'packages/config/src/failover/failover.ts';
const next = 'next: run npx nx generate @bizflow/generator:render, then review the changes';

/** Swaps the roles of a lost region and its standby, and prints the effects; failback.md of the lost region undoes it. */
export function failOver(
  tree: Tree,
  { lost }: FailoverOptions,
  facts: Fleet = factsOf(tree),
): () => void {
  const id = known(lost, facts);
  const standby = standbyOf(facts.catalog, id);
  if (standby === undefined)
    throw refused(
      'FAILOVER_NO_STANDBY',
      lost,
      'has no standby: its fallback is a static page',
      `follow docs/runbooks/${lost}/region.md`,
    );
  const after = takenOver(facts, id);
  refuse(fleetRules({ ...facts, ...after }).filter(isError));
  for (const line of summarize(failoverRules(facts, after, facts.catalog[id], standby)))
    console.warn(line);
  amend(tree, [
    {
      path: source,
      find: /(failedOver: readonly RegionId\[\] = freeze\(\[)([^\]]*)(\]\))/,
      replace: `$1${[...facts.failedOver, id].map((region) => `'${region}'`).join(', ')}$3`,
    },
  ]);
  return formatThenSay(tree, next);
}

const known = (lost: string, { failedOver, catalog }: Fleet): RegionId => {
  const regions = Object.keys(catalog) as RegionId[];
  const id = regions.find((region) => region === lost);
  if (id === undefined)
    throw refused(
      'REGION_UNKNOWN',
      lost,
      'is not a region of the catalog',
      `use one of ${regions.join(', ')}`,
    );
  if (failedOver.includes(id))
    throw refused(
      'FAILOVER_DONE',
      lost,
      'is already failed over to its standby',
      `to fail back, follow docs/runbooks/${lost}/failback.md; its revert of the line in ${source} is one of the last steps`,
    );
  return id;
};

const refused = (code: string, value: string, reason: string, remedy: string): GeneratorError =>
  refusal({ code, at: '--lost', value, reason, remedy });
