import type { Manifest } from '@bizflow/config';
import { clusterFolders } from '../../fleet/folders.ts';
import { goLive, production } from '../../fleet/live.ts';
import type { Api } from '../../harness/api.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { type Bench, nothing, type Suite } from '../../suite.ts';
import { drain } from './drain.ts';
import { budgetOf, name, podsOf, readyPods } from './pods.ts';
import { type Usage, usage } from './usage.ts';

/** Load and drains, with the committed autoscalers and budgets. */
export const autoscaling: Suite = {
  name: 'autoscaling',
  proves: 'autoscalers find the scale of their Rollouts, and budgets let a node be drained',
  missing: nothing,
  run: ({ definitions, cluster, holds, count }) =>
    cluster('autoscaling', async (plane) => {
      const folder = production(clusterFolders());
      const load = await usage(plane);
      load.load(10);
      const installed = await goLive(plane, definitions, folder);
      const objects = installed.map(({ object }) => object);
      const scalers = objects.filter(({ kind }) => kind === 'HorizontalPodAutoscaler');
      const budgets = objects.filter(({ kind }) => kind === 'PodDisruptionBudget');
      count(scalers.length + budgets.length);
      await each(plane, { holds, load }, scalers, budgets).finally(() => load.stop());
    }),
};

interface Tools extends Pick<Bench, 'holds'> {
  readonly load: Usage;
}

async function each(
  { api }: ControlPlane,
  { holds, load }: Tools,
  scalers: readonly Manifest[],
  budgets: readonly Manifest[],
): Promise<void> {
  for (const scaler of scalers) {
    const { minReplicas } = scaler.spec as Scaler;
    await readyPods(api, scaler, minReplicas);
    holds(`${name(scaler)}: an idle service runs its ${minReplicas} pods`, []);
  }
  for (const budget of budgets) {
    const { disruptionsAllowed = 0 } = await budgetOf(api, budget);
    const none = disruptionsAllowed > 0 ? [] : ['it allows none'];
    holds(`${name(budget)}: the budget lets ${disruptionsAllowed} of its pods leave`, none);
  }
  load.load(90);
  for (const scaler of scalers) {
    const wanted = underLoad(scaler.spec as Scaler, 90);
    await readyPods(api, scaler, wanted);
    holds(`${name(scaler)}: at 90 % of its CPU it runs ${wanted} pods`, []);
  }
  // The new pods share the load.
  load.load(60);
  for (const budget of budgets) await drained(api, holds, budget);
}

interface Scaler {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly metrics: readonly [
    { readonly resource: { readonly target: { readonly averageUtilization: number } } },
  ];
}

// The autoscaler's own rule: as many as bring the share back to its target.
const underLoad = ({ minReplicas, maxReplicas, metrics }: Scaler, percent: number): number =>
  Math.min(
    maxReplicas,
    Math.ceil((minReplicas * percent) / metrics[0].resource.target.averageUtilization),
  );

async function drained(api: Api, holds: Bench['holds'], budget: Manifest): Promise<void> {
  const { disruptionsAllowed = 0, expectedPods = 0 } = await budgetOf(api, budget);
  const pods = await podsOf(api, budget);
  const nodes = Map.groupBy(pods, ({ spec }) => spec.nodeName as string);
  const [[fullest = ''] = []] = [...nodes].toSorted(([, a], [, b]) => b.length - a.length);
  const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: fullest } };
  const { putOff, fewestReady } = await drain(api, node, budget.metadata.namespace ?? '');
  await api.merge(node, { spec: { unschedulable: null } });
  const least = expectedPods - disruptionsAllowed;
  const here = nodes.get(fullest)?.length ?? 0;
  holds(
    `${name(budget)}: a node with ${here} of ${expectedPods} pods is drained, ${least} stay ready`,
    [
      ...(fewestReady >= least ? [] : [`only ${fewestReady} were ready`]),
      ...(here > disruptionsAllowed && putOff === 0 ? ['no eviction had to wait'] : []),
    ],
  );
}
