import { contains, counted } from '@bizflow/kernel';
import type { Region } from '@bizflow/region-catalog';
import { allowedFlows } from '@bizflow/region-catalog/rules';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { borderRules } from './border-rules.ts';
import { foreignArnRules } from './foreign-arn-rules.ts';
import type { Places, Transfer } from './transfer.ts';
import { bucketsIn, transfersOf } from './transfers.ts';

/** Whatever a root carries to another region crosses no border without a written exception. */
export const residency = (rendered: RenderedFleet): Proof => {
  const { fleet, planned } = rendered;
  const { catalog, exceptions } = fleet;
  const transfers = transfersOf(rendered.plans, placesOf(rendered));
  // An environment with its own sites shares a region with another, whose keys it may name.
  const regional = planned
    .filter(({ cluster }) => cluster.environment.sites === 'catalog')
    .map(({ plan }) => plan);
  return proofOf('residency', 'no data crosses a border without a written exception', {
    problems: [
      ...borderRules(transfers, allowedFlows(catalog, exceptions), (region) => region in catalog),
      ...foreignArnRules(regional, transfers),
    ],
    witness: witness(transfers),
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

const witness = (transfers: readonly Transfer[]): readonly string[] => {
  const ways = Map.groupBy(transfers, ({ kind, from, to }) => `${kind} ${from} -> ${to}`);
  return [...ways].map(([way, all]) => `${way}: ${counted(all.length, 'resource')}`);
};
