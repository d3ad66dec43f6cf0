import { globalRegion } from '@bizflow/config/foundation';
import { type Problem, problem } from '@bizflow/kernel';
import type { Plan } from '@bizflow/terraform-plan';
import { asJson } from '@bizflow/terraform-plan';
import type { Edge } from './edge.ts';

const arn = /arn:aws:[\w-]+:([a-z]{2}-[a-z]+-\d):\d{12}:[^"\\]+/g;

/**
 * Things of another region that a region's root names though no judged edge joins the two: whatever
 * the list of edges forgets shows here.
 */
export const foreignArnRules = (
  plans: readonly Plan[],
  edges: readonly Edge[],
): readonly Problem[] =>
  plans.flatMap(({ root, resources }) =>
    resources.flatMap(({ address, values, place }) => {
      const at = `${root} ${address}`;
      if (edges.some((edge) => edge.at === at)) return [];
      const found = [...asJson(values).matchAll(arn)].filter(
        ([, region = '']) =>
          region !== place.region &&
          region !== globalRegion &&
          !joined(edges, place.region, region),
      );
      return found.map(([value]) =>
        problem({
          code: 'ARN_FOREIGN',
          at,
          value,
          reason: 'names another region',
          remedy: 'make it an edge that is judged',
        }),
      );
    }),
  );

// What permits an edge, such as a role for a bucket's replication, names its other end.
const joined = (edges: readonly Edge[], one: string, other: string): boolean =>
  edges
    .filter(({ kind }) => kind !== 'image-replica' && kind !== 'key-replica')
    .some(({ from, to }) => (from === one && to === other) || (from === other && to === one));
