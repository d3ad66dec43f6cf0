import type { Plan, Resource } from '@bizflow/terraform-plan';
import type { Edge, Places } from './edge.ts';
import { readers } from './readers.ts';

const edgesOfOne = ({ type, values, place, address }: Resource, root: string, places: Places) =>
  readers
    .filter(([known]) => known === type)
    .flatMap(([, kind, read]) =>
      read(values, place.region, places)
        .filter(([from, to]) => from !== to)
        .map(([from, to]): Edge => ({ kind, from, to, at: `${root} ${address}` })),
    );

/** Everything that the roots carry between regions. */
export const edgesOf = (plans: readonly Plan[], places: Places): readonly Edge[] =>
  plans.flatMap(({ root, resources }) => resources.flatMap((one) => edgesOfOne(one, root, places)));

/** Where each bucket stands that the roots make. */
export const bucketsIn = (plans: readonly Plan[]): ReadonlyMap<string, string> =>
  new Map(
    plans.flatMap(({ resources }) =>
      resources
        .filter(({ type }) => type === 'aws_s3_bucket')
        .map(({ values, place }) => [String(values.bucket), place.region] as const),
    ),
  );
