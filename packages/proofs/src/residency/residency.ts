import { contains } from '@bizflow/kernel';
import type { Region } from '@bizflow/region-catalog';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { borderRules } from './border-rules.ts';
import type { Edge, Places } from './edge.ts';
import { bucketsIn, edgesOf } from './edges.ts';
import { foreignArnRules } from './foreign-arn-rules.ts';

/** Whatever a root carries to another region crosses no border without a written exception. */
export const residency = (rendered: RenderedFleet): Proof => {
  const { fleet, planned } = rendered;
  const { catalog, exceptions } = fleet;
  const edges = edgesOf(rendered.plans, placesOf(rendered));
  // A cluster that shares a region with another one of its environment's catalog stands for itself.
  const regional = planned
    .filter(({ cluster }) => cluster.environment.sites === 'catalog')
    .map(({ plan }) => plan);
  return proofOf('residency', 'no data crosses a border without a written exception', {
    problems: [
      ...borderRules(edges, exceptions, (region) => region in catalog),
      ...foreignArnRules(regional, edges),
    ],
    witness: witness(edges),
  });
};

/** Where buckets, addresses and the primaries of Global Datastores stand. */
export const placesOf = ({ fleet: { catalog }, plans }: RenderedFleet): Places => {
  const regions: readonly Region[] = Object.values(catalog);
  return {
    buckets: bucketsIn(plans),
    regionOfAddress: (cidr) => regions.find(({ network }) => contains(network.vpc, cidr))?.id,
    primaryOf: (datastore) =>
      regions.find(
        ({ redis }) => redis.global?.role === 'primary' && datastore.includes(redis.global.id),
      )?.id,
  };
};

const witness = (edges: readonly Edge[]): readonly string[] => {
  const ways = Map.groupBy(edges, ({ kind, from, to }) => `${kind} ${from} -> ${to}`);
  return [...ways].map(([way, all]) => `${way}: ${all.length} resources`);
};
