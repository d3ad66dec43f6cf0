import type { Manifest } from '@bizflow/config';
import type { Api, Live } from '../../harness/api.ts';
import { until } from '../../harness/until.ts';
import { podOf } from '../accept/pods.ts';
import { type Rehearsal, revert, type Scenario } from './rehearsal.ts';
import { atGate } from './rollout.ts';
import { digestOf, type Status, withDigest } from './subject.ts';

const changed = { name: 'LOG_LEVEL', value: 'debug' };

/** A version comes with a changed variable, and stable pods start again meanwhile. */
export const keepsVariables: Scenario = {
  sentence:
    'a changed variable is for the new version only: a stable pod that starts again keeps the old value, at the gate and after an abort',
  play: async (rehearsal) => {
    const { subject, objects } = rehearsal;
    const { api, rollout } = subject;
    const before = await valueIn(api, podOf(rollout));
    // What a commit with this variable changes beside the Rollout comes with it.
    for (const object of objects.filter(({ kind }) => kind !== 'Rollout')) {
      const next = withVariable(object);
      if (JSON.stringify(next) !== JSON.stringify(object)) await api.apply(next);
    }
    await api.apply(withDigest(withVariable(rollout), digestOf(7)));
    const gate = await subject.is('waits at its gate', 60, atGate);
    const atTheGate = [
      ...(await differing(rehearsal, gate.current, changed.value, 'a pod of the new version')),
      ...(await afterRestart(rehearsal, gate, before, 'at the gate, a stable pod')),
    ];
    await api.merge(rollout, { status: { abort: true } }, 'status');
    const end = await subject.is('is aborted', 60, ({ phase }) => phase === 'Degraded');
    const afterAbort = await afterRestart(rehearsal, end, before, 'after an abort, a stable pod');
    await revert(rehearsal);
    return [...atTheGate, ...afterAbort];
  },
};

/** Problems with the values of stable pods, after one of them started again. */
async function afterRestart(
  rehearsal: Rehearsal,
  { stable }: Status,
  wanted: string | undefined,
  what: string,
): Promise<readonly string[]> {
  const { api } = rehearsal.subject;
  const before = await podsOf(rehearsal, stable);
  const [first] = before;
  if (first === undefined) return [`${what}: there is none`];
  await api.remove(first);
  await until('the pod is replaced', 60, async () => {
    const now = await podsOf(rehearsal, stable);
    const gone = now.every(({ metadata }) => metadata.uid !== first.metadata.uid);
    return gone && now.length >= before.length;
  });
  return differing(rehearsal, stable, wanted, what);
}

async function differing(
  rehearsal: Rehearsal,
  version: string,
  wanted: string | undefined,
  what: string,
): Promise<readonly string[]> {
  const pods = await podsOf(rehearsal, version);
  const values = await Promise.all(pods.map((pod) => valueIn(rehearsal.subject.api, pod)));
  return values
    .filter((value) => value !== wanted)
    .map((value) => `${what} has ${changed.name}=${value}, not ${wanted}`);
}

async function podsOf({ subject }: Rehearsal, version: string): Promise<readonly Live[]> {
  const pods = await subject.api.list('v1', 'Pod', subject.rollout.metadata.namespace ?? '');
  return pods
    .filter(({ metadata }) => metadata.labels?.['rollouts-pod-template-hash'] === version)
    .map((pod) => ({ ...pod, apiVersion: 'v1', kind: 'Pod' }));
}

interface Environment {
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly envFrom?: readonly { readonly configMapRef?: { readonly name: string } }[];
}

/** The variable as a kubelet would give it to the first container of a pod that starts now. */
async function valueIn(api: Api, { metadata, spec }: Manifest): Promise<string | undefined> {
  const [container] = (spec as { containers: readonly Environment[] }).containers;
  const own = container?.env?.find(({ name }) => name === changed.name)?.value;
  if (own !== undefined) return own;
  const maps = await Promise.all(
    (container?.envFrom ?? []).map(({ configMapRef: { name } = { name: '' } }) =>
      api.read({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, namespace: metadata.namespace },
      }),
    ),
  );
  return maps.map((map) => map?.data?.[changed.name]).findLast((value) => value !== undefined);
}

/** The same object after the variable has changed in the facts. */
function withVariable<T>(object: T): T {
  const rewrite = (_: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    if ('name' in value && value.name === changed.name) return { ...value, ...changed };
    return changed.name in value ? { ...value, [changed.name]: changed.value } : value;
  };
  return JSON.parse(JSON.stringify(object, rewrite));
}
