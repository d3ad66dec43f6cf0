import { nodeRoom } from '@bizflow/config/compute';
import type { FieldChange } from '../difference/field-change.ts';
import { rule } from '../effect.ts';
import { byField, ofAttribute, stays } from '../effects-of.ts';

/** What a bound on the number of pods does when it changes. */
const scaled = ({ field, before, after }: FieldChange): string => {
  const word = Number(after) < Number(before) ? 'fewer' : 'more';
  if (field === '/spec/minReplicas') return `runs ${word} pods at the least`;
  return field === '/spec/maxReplicas' ? `may run ${word} pods at the most` : 'scales otherwise';
};

/** How many pods a service runs. */
export const pods = rule(
  'capacity/pods',
  byField(/^HorizontalPodAutoscaler$/, /^\/spec\//, scaled),
);

/** What each pod asks for. */
export const requests = rule(
  'capacity/requests',
  byField(/./, /^\/spec\/template\/.*\/resources\//, 'asks for other resources in each pod'),
);

/** What a namespace may use. */
export const quota = rule(
  'capacity/quota',
  byField(/^(?:ResourceQuota|LimitRange)$/, /^\/spec\//, 'bounds its namespace otherwise'),
);

/** How many pods a drain may take at once. */
export const disruption = rule('capacity/disruption', (change) => [
  ...byField(
    /^PodDisruptionBudget$/,
    /^\/spec\//,
    'lets drains take other pods, or another number',
  )(change),
  ...byField(
    /^(?:Deployment|StatefulSet)$/,
    /^\/spec\/replicas$/,
    'runs another number of pods',
  )(change),
  ...byField(
    /^OpenTelemetryCollector$/,
    /^\/spec\/(?:autoscaler|replicas|podDisruptionBudget)(?:\/|$)/,
    'runs another number of pods',
  )(change),
]);

/** Whether nodes that exist count as drifted (Karpenter, "Drift"): limits and weights move no node. */
const drifts = (kind: string, field: string): boolean =>
  kind === 'EC2NodeClass' || field.startsWith('/spec/template/');

/** Machines for pods: what Karpenter may make, and the nodes that EKS keeps. */
export const nodes = rule('capacity/nodes', (change) => [
  ...byField(/^(?:NodePool|EC2NodeClass)$/, /^\/spec\//, ({ field }, { kind }) =>
    drifts(kind, field)
      ? 'gets other nodes: Karpenter replaces those that drifted'
      : 'makes other nodes from now on',
  )(change),
  ...change.resources
    .filter((one) => one.type === 'aws_eks_node_group' && stays(one))
    .flatMap((one) =>
      one.fields
        .filter(({ field }) => /scaling_config|instance_types|disk_size|capacity_type/.test(field))
        .map((field) => ({
          ...ofAttribute(one, field, 'makes other nodes'),
          ...(field.field.includes('instance_types')
            ? { before: roomOf(field.before), after: roomOf(field.after) }
            : {}),
        })),
    ),
]);

/** Instances with the room that one node leaves to pods. */
const roomOf = (instances: unknown): string =>
  [instances]
    .flat()
    .map((one) => {
      const room = nodeRoom(String(one));
      if (room === undefined) return String(one);
      const gib = (room.memory / 2 ** 30).toFixed(1);
      return `${one} (${room.cpu.toFixed(2)} vCPUs, ${gib} GiB and ${room.pods} pods for each node)`;
    })
    .join(', ');
