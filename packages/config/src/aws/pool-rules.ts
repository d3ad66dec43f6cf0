import { type Problem, problem } from '@bizflow/kernel';
import { instanceFamilies } from '../compute/instance-families.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { offeredIn } from './aws-offers.ts';
import { knownRegion } from './place-rules.ts';

const { newerThanGeneration } = instanceFamilies;

/** Karpenter finds an instance of each category in every zone, for each architecture that services ask for. */
export const poolRules = (
  { aws, catalog, services }: Pick<Fleet, 'aws' | 'catalog' | 'services'>,
  categories: readonly string[] = instanceFamilies.categories,
): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, zones }) => {
    const known = knownRegion(aws, id);
    if (known === undefined) return [];
    const offered = offeredIn(known, zones);
    return categories.flatMap((category, index) =>
      architectures(services)
        .filter((architecture) => !offered.some(isOf(category, architecture)))
        .map((architecture) =>
          problem({
            code: 'POOL_EMPTY',
            at: `compute.instanceFamilies.categories[${index}]`,
            value: category,
            reason: `has no ${architecture} family newer than generation ${newerThanGeneration} in all zones of ${id}`,
            remedy: 'choose among c, m and r, or an older generation',
          }),
        ),
    );

    function isOf(category: string, architecture: string): (family: string) => boolean {
      return (family) =>
        aws.families[family]?.architecture === architecture &&
        family.startsWith(category) &&
        Number(/\d+/.exec(family)?.[0]) > newerThanGeneration;
    }
  });

const architectures = (services: Fleet['services']): readonly string[] => [
  ...new Set(
    services.flatMap(({ compute }) => (compute.kind === 'karpenter' ? [compute.architecture] : [])),
  ),
];
