import type { Cluster } from '../clusters/clusters.ts';
import type { Environment } from '../environments/environments.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { linkRoot, regionRoot } from './root-paths.ts';
import { type Step, step } from './step.ts';
import { named, others } from './titles.ts';

const endsOf = (own: readonly Cluster[], { foundations }: Fleet) => {
  const isHub = ({ environment: { name }, region }: Cluster) => region.id === foundations[name].hub;
  return { hub: own.filter(isHub), spokes: own.filter((one) => !isHub(one)) };
};

/** The spokes that have a link: all of them, or those across which anything is written. */
export const linkedOf = (own: readonly Cluster[], fleet: Fleet): readonly Cluster[] => {
  const { hub, spokes } = endsOf(own, fleet);
  const writes = (from: Cluster, to: Cluster) => from.region.database.writer === to.region.id;
  return spokes.filter(
    (spoke) =>
      fleet.foundations[spoke.environment.name].links === 'drawn' ||
      hub.some((one) => writes(one, spoke)) ||
      own.some((one) => one.id !== spoke.id && writes(spoke, one)),
  );
};

const keys = { chapter: 'keys', targets: ['module.security.aws_kms_alias.this'] } as const;

/** The hub's keys, then their replicas and the keys of the others. */
export function keySteps(
  environment: Environment,
  own: readonly Cluster[],
  fleet: Fleet,
): readonly Step[] {
  const { hub, spokes } = endsOf(own, fleet);
  return [
    step({
      ...keys,
      ...named(hub),
      copies: hub.map((one) => ({
        root: regionRoot(one),
        output: 'multi_region_key_ids',
        to: ['keys', environment.name],
      })),
      because: 'it is the hub, whose keys the others replicate',
    }),
    step({
      ...keys,
      ...others(environment, spokes),
      because: 'a secret, an object or a database that is copied to a region needs its key there',
    }),
  ];
}

/** What joins the regions to the hub, when both ends are there. */
export const linkSteps = (
  environment: Environment,
  own: readonly Cluster[],
  fleet: Fleet,
): readonly Step[] => [
  step({
    chapter: 'links',
    title: `\`${linkRoot(environment, '<region>')}\``,
    roots: linkedOf(own, fleet).map(({ region }) => linkRoot(environment, region.id)),
    because: 'both ends of a link exist now',
  }),
];
