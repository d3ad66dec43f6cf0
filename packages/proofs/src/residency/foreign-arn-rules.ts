import { globalRegion } from '@bizflow/config/foundation';
import { type Problem, problem } from '@bizflow/kernel';
import type { Plan } from '@bizflow/terraform-plan';
import { asJson } from '@bizflow/terraform-plan';
import type { Transfer } from './transfer.ts';

const arn = /arn:aws:[\w-]+:([a-z]{2}-[a-z]+-\d):\d{12}:[^"\\]+/g;

/**
 * Things of another region that a region's root names though no judged transfer joins the two: whatever
 * the list of transfers forgets shows here.
 */
export const foreignArnRules = (
  plans: readonly Plan[],
  transfers: readonly Transfer[],
): readonly Problem[] =>
  plans.flatMap(({ root, resources }) =>
    resources.flatMap(({ address, values, place }) => {
      const at = `${root} ${address}`;
      if (transfers.some((transfer) => transfer.at === at)) return [];
      const found = [...asJson(values).matchAll(arn)].filter(
        ([, region = '']) =>
          region !== place.region &&
          region !== globalRegion &&
          !joined(transfers, place.region, region),
      );
      return found.map(([value]) =>
        problem({
          code: 'ARN_FOREIGN',
          at,
          value,
          reason: 'the root of a region names a resource of another region',
          remedy: 'remove it, or add its type to packages/proofs/src/residency/readers.ts',
        }),
      );
    }),
  );

// What permits a transfer, such as a role for a bucket's replication, names its other end.
const joined = (transfers: readonly Transfer[], one: string, other: string): boolean =>
  transfers
    .filter(({ kind }) => kind !== 'image-replica' && kind !== 'key-replica')
    .some(({ from, to }) => (from === one && to === other) || (from === other && to === one));
