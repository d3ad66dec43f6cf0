import { shorten } from '@bizflow/kernel';
import type { Api, Live } from '../../harness/api.ts';
import { argoNamespace } from '../../harness/argo-cd.ts';

/** What Argo CD says of one Application. */
export interface Said {
  readonly name: string;
  readonly sync: string;
  readonly health: string;
  readonly phase: string;
  readonly revision: string;
  readonly message: string;
  /** How often it was synced since it came to be. */
  readonly syncs: number;
}

/** What it says of all of them, by name. */
export async function applications(api: Api): Promise<readonly Said[]> {
  const all = await api.list('argoproj.io/v1alpha1', 'Application', argoNamespace);
  return all.map(said).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const said = ({ metadata, status = {} }: Live): Said => ({
  name: metadata.name,
  sync: status.sync?.status ?? 'Unknown',
  health: status.health?.status ?? 'Unknown',
  phase: status.operationState?.phase ?? '',
  revision: status.operationState?.syncResult?.revision ?? '',
  message: [
    ...(status.conditions ?? []).map(({ type, message }: Live) => `${type}: ${message}`),
    ...(status.operationState?.phase === 'Succeeded' ? [] : [status.operationState?.message ?? '']),
    ...(status.operationState?.syncResult?.resources ?? []).flatMap(
      ({ kind, name, status: result, hookPhase, message }: Live) =>
        result === 'SyncFailed' || ['Failed', 'Error', 'Running'].includes(hookPhase)
          ? [`${kind} ${name}: ${message}`]
          : [],
    ),
    ...(status.resources ?? []).flatMap(({ kind, name, status: compared }: Live) =>
      compared === 'OutOfSync' ? [`${kind} ${name} is out of sync`] : [],
    ),
  ]
    .filter((words) => words !== '')
    .join('; '),
  syncs: (status.history ?? []).at(-1)?.id ?? -1,
});

/** Whether nothing is left to do for an Application; one that found everything in place was never synced. */
export const settled = ({ sync, health, phase }: Said): boolean =>
  sync === 'Synced' && health === 'Healthy' && ['Succeeded', ''].includes(phase);

/** One line on an Application that is not settled. */
export const unsettled = ({ name, sync, health, phase, message }: Said): string =>
  `${name}: ${sync}, ${health}, last operation ${phase || 'none'}${message && `: ${shorten(message, 600)}`}`;
