import { type Cluster, clustersOf } from '../clusters/clusters.ts';
import type { Environment } from '../environments/environments.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { keySteps, linkSteps } from './hub-steps.ts';
import { regionRoot } from './root-paths.ts';
import { type Copied, type Step, step } from './step.ts';
import { named, others, those } from './titles.ts';

/** The roots of every environment's regions: keys, data, links. Environments with one region come last. */
export const regionSteps = (fleet: Fleet): readonly Step[] => {
  const all = fleet.environments.map((environment) => ({
    environment,
    own: clustersOf(environment, fleet),
  }));
  const joined = all.filter(({ own }) => own.length > 1);
  const alone = all.filter(({ own }) => own.length === 1).flatMap(({ own }) => own);
  return [
    ...joined.flatMap(({ environment, own }) => keySteps(environment, own, fleet)),
    ...joined.flatMap(({ environment, own }) => dataSteps(environment, own, fleet)),
    ...alone.map((one) =>
      step({
        chapter: 'data',
        ...named([one]),
        copies: idsOf(one),
        because: 'it lends the subnets in which builds prove an image',
      }),
    ),
    ...joined.flatMap(({ environment, own }) => linkSteps(environment, own, fleet)),
  ];
};

/** Targets of replication first, then those that write for others, then all others. */
function dataSteps(environment: Environment, own: readonly Cluster[], fleet: Fleet) {
  const sent = new Set(own.flatMap(({ region }) => region.buckets.map((b) => b.replicatesTo)));
  const targets = own.filter(({ region }) => sent.has(region.id));
  const writesForOthers = (one: Cluster): boolean =>
    own.some((other) => other !== one && other.region.database.writer === one.region.id);
  const first = own.filter(writesForOthers);
  const rest = own.filter((one) => !writesForOthers(one));
  return [
    step({
      chapter: 'data',
      ...those(environment, 'that objects are replicated to (`replicatesTo`)', targets),
      targets: ['module.s3'],
      because: 'objects are replicated into its bucket',
    }),
    step({
      chapter: 'data',
      ...those(environment, 'that others write to (`database.writer`)', first),
      copies: [...first.flatMap((one) => datastoresOf(one, fleet)), ...first.flatMap(idsOf)],
      because: 'another database and Redis follow it, and copies of its secrets go there',
    }),
    step({
      chapter: 'data',
      ...others(environment, rest),
      copies: rest.flatMap(idsOf),
      because: 'what they follow is there',
    }),
  ];
}

const datastoresOf = (one: Cluster, { assigned }: Fleet): readonly Copied[] =>
  Object.keys(assigned.datastores).map((id) => ({
    root: regionRoot(one),
    output: 'global_datastore_id',
    to: ['datastores', id],
  }));

const idsOf = (one: Cluster): readonly Copied[] =>
  (
    [
      ['fargate_security_group_id', 'fargateSecurityGroup'],
      ['prometheus_workspace_id', 'prometheusWorkspace'],
    ] as const
  ).map(([output, field]) => ({ root: regionRoot(one), output, to: ['clusters', one.id, field] }));
