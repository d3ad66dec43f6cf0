import { ofType, type Plan, type Resource } from '@bizflow/terraform-plan';
import { readers } from './readers.ts';
import type { Places, Transfer } from './transfer.ts';

const transfersOfOne = ({ type, values, place, address }: Resource, root: string, places: Places) =>
  readers
    .filter(([known]) => known === type)
    .flatMap(([, kind, read]) =>
      read(values, place.region, places)
        .filter(([from, to]) => from !== to)
        .map(([from, to]): Transfer => ({ kind, from, to, at: `${root} ${address}` })),
    );

/** Everything that the roots carry between regions. */
export const transfersOf = (plans: readonly Plan[], places: Places): readonly Transfer[] =>
  plans.flatMap(({ root, resources }) =>
    resources.flatMap((one) => transfersOfOne(one, root, places)),
  );

/** The region of each bucket that the roots make. */
export const bucketsIn = (plans: readonly Plan[]): ReadonlyMap<string, string> =>
  new Map(
    plans.flatMap((plan) =>
      ofType(plan, 'aws_s3_bucket').map(
        ({ values, place }) => [String(values.bucket), place.region] as const,
      ),
    ),
  );
