import type { Manifest } from '@bizflow/config';
import { again } from '../../harness/again.ts';
import type { Live } from '../../harness/api.ts';
import { until } from '../../harness/until.ts';
import { canaryOf } from './rollout.ts';
import type { Status, Subject } from './subject.ts';

/** The share of traffic that an Ingress gives to each service, as Argo Rollouts has written it. */
export function weights(ingress: Live | undefined, root: string): ReadonlyMap<string, number> {
  const action = ingress?.metadata.annotations?.[`alb.ingress.kubernetes.io/actions.${root}`];
  const groups: readonly { ServiceName: string; Weight: number }[] =
    action === undefined ? [] : JSON.parse(action).ForwardConfig.TargetGroups;
  return new Map(groups.map(({ ServiceName, Weight }) => [ServiceName, Weight]));
}

/** What the next version got while something was done: each share that was seen, in order. */
export async function sharesDuring<T>(
  { api, rollout }: Subject,
  ingress: Manifest,
  { stableService }: Status,
  work: () => Promise<T>,
): Promise<{ readonly shares: readonly number[]; readonly result: T }> {
  const { pingPong, trafficRouting } = canaryOf(rollout);
  const service = stableService === 'ping' ? pingPong.pongService : pingPong.pingService;
  const root = trafficRouting.alb.rootService;
  const shareNow = async () => weights(await api.read(ingress), root).get(service) ?? 0;
  // A revert is called healthy a moment before its last weight is written.
  await until(`${service} has no share yet`, 30, async () => (await shareNow()) === 0);
  const shares: number[] = [];
  const watching = again(100, async () => {
    const share = await shareNow();
    if (shares.at(-1) !== share) shares.push(share);
  });
  return { result: await work().finally(watching.stop), shares };
}
