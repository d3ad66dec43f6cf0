import type { Manifest } from '@bizflow/config';
import type { Api, Live } from '../../harness/api.ts';

/** The share of traffic that an Ingress gives to each service, as Argo Rollouts has written it. */
export function weights(ingress: Live | undefined, root: string): ReadonlyMap<string, number> {
  const action = ingress?.metadata.annotations?.[`alb.ingress.kubernetes.io/actions.${root}`];
  const groups: readonly { ServiceName: string; Weight: number }[] =
    action === undefined ? [] : JSON.parse(action).ForwardConfig.TargetGroups;
  return new Map(groups.map(({ ServiceName, Weight }) => [ServiceName, Weight]));
}

/** Watches what one service gets, until it is stopped; gives each share that was seen, in order. */
export function watchShare(
  api: Api,
  ingress: Manifest,
  root: string,
  service: string,
): { stop(): Promise<readonly number[]> } {
  const seen: number[] = [];
  let isWatching = true;
  const look = async () => {
    while (isWatching) {
      const share = weights(await api.read(ingress), root).get(service) ?? 0;
      if (seen.at(-1) !== share) seen.push(share);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const done = look();
  return {
    stop: async () => {
      isWatching = false;
      await done;
      return seen;
    },
  };
}
