import type { Manifest } from '@bizflow/config';
import { again } from '../../harness/again.ts';
import type { Api, Live } from '../../harness/api.ts';
import { until } from '../../harness/until.ts';

/** The share of traffic that an Ingress gives to each service, as Argo Rollouts has written it. */
export function weights(ingress: Live | undefined, root: string): ReadonlyMap<string, number> {
  const action = ingress?.metadata.annotations?.[`alb.ingress.kubernetes.io/actions.${root}`];
  const groups: readonly { ServiceName: string; Weight: number }[] =
    action === undefined ? [] : JSON.parse(action).ForwardConfig.TargetGroups;
  return new Map(groups.map(({ ServiceName, Weight }) => [ServiceName, Weight]));
}

/** What one service got while something was done: each share that was seen, in order. */
export async function sharesDuring<T>(
  api: Api,
  ingress: Manifest,
  { root, service }: { readonly root: string; readonly service: string },
  work: () => Promise<T>,
): Promise<{ readonly shares: readonly number[]; readonly result: T }> {
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
