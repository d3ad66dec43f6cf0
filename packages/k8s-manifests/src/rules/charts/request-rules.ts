import type { ObjectFacts, PodFacts } from '@bizflow/config/charts';
import { managedPool, nodeRoom, operatorPods } from '@bizflow/config/compute';
import { type Problem, unless } from '@bizflow/kernel';
import { cpuOfReleases, poolRoom } from '../capacity-rules.ts';
import type { ClusterObjects } from '../objects.ts';
import { releasesOf } from '../release.ts';
import { applied, chartsOf, inChart } from './charted.ts';
import { needOf, type Replicated, renderedPods, requested } from './rendered-need.ts';

const resources = ['cpu', 'memory'] as const;

// The pod of a hook before a deletion runs once, when a controller goes; its chart takes no requests for it.
const atDeletion = ({ hook }: ObjectFacts): boolean => /^(pre|post)-delete$/.test(hook?.hook ?? '');

/** Each container of a chart says what it needs, or it would be counted as nothing. */
export const containersHaveRequests = (objects: ClusterObjects): readonly Problem[] =>
  chartsOf(objects).flatMap((chart) =>
    applied(chart)
      .filter((object) => !atDeletion(object))
      .flatMap((object) =>
        (object.pod?.containers ?? []).flatMap((container) =>
          unless(
            resources.every((resource) => requested(container, resource) > 0),
            {
              code: 'CONTAINER_REQUESTS',
              at: `${inChart(chart, object)}/${container.name}`,
              value: JSON.stringify(container.resources?.requests ?? {}),
              reason:
                'must name CPU and memory: without requests no node counts it, and it is evicted first',
              remedy: 'add it to controller-requests.ts, and run pin-charts',
            },
          ),
        ),
      ),
  );

/** The long-running pods of a cluster's charts, all or some. */
const chartPods = (
  objects: ClusterObjects,
  of: (pod: PodFacts) => boolean = () => true,
): readonly Replicated[] =>
  chartsOf(objects).flatMap((chart) =>
    applied(chart).flatMap(({ pod, replicas = 0 }) =>
      pod && of(pod)
        ? [{ replicas, containers: pod.containers.filter(({ init }) => init !== true) }]
        : [],
    ),
  );

/**
 * The managed nodes at their fewest carry every controller, so that an empty cluster starts before Karpenter can
 * make nodes, and so that the cost of those nodes is the cost of the controllers.
 */
export const nodesCarryControllers = (objects: ClusterObjects): readonly Problem[] => {
  const { nodes } = objects.cluster.region.cluster;
  const room = nodeRoom(nodes.instance);
  const need = needOf([...chartPods(objects), ...renderedPods(objects)]);
  return (['cpu', 'memory', 'pods'] as const).flatMap((resource) => {
    const own = operatorPods.perNode[resource] * nodes.min + operatorPods.perCluster[resource];
    const most = (room?.[resource] ?? 0) * nodes.min;
    return unless(need[resource] + own <= most, {
      code: 'CONTROLLERS_ROOM',
      at: `${objects.cluster.region.id}.cluster.nodes`,
      value: `${nodes.min} ${nodes.instance}`,
      reason: `have room for ${most} ${resource}, and controllers request ${need[resource] + own}`,
      remedy: 'raise nodes.min, choose a larger instance, or lower controller-requests.ts',
    });
  });
};

/** The label of Karpenter's pools, and of the managed nodes. */
const [poolLabel = ''] = Object.keys(managedPool);

/**
 * The node pools carry every release at full scale and all controllers that may move there: those that select no
 * pool. Controllers choose no architecture; all nodes are Graviton.
 */
export const poolsCarryControllers = (objects: ClusterObjects): readonly Problem[] => {
  const movable = needOf(
    chartPods(objects, ({ nodeSelector = {} }) => !(poolLabel in nodeSelector)),
  );
  const releases = cpuOfReleases(releasesOf(objects), objects).get('arm64') ?? 0;
  const { room, path } = poolRoom(objects, 'arm64');
  return unless(movable.cpu + releases <= room, {
    code: 'CONTROLLERS_AND_RELEASES',
    at: path,
    value: `${room} vCPUs`,
    reason: `are too few for releases at full scale (${releases}) and the controllers that may run there (${movable.cpu})`,
    remedy:
      'raise the limits of the node pools, or lower the autoscalers or controller-requests.ts',
  });
};
