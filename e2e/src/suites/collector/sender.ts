import type { Manifest } from '@bizflow/config';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { stored } from '../../harness/api.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';

/** What the pod of an application is labelled with during a release. */
export const podHash = '5d9c7b6f4';

// What this process is to the collectors: a pod with the address that its requests come from.
const sender: Manifest = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'sender',
    namespace: 'default',
    labels: { 'rollouts-pod-template-hash': podHash },
  },
  spec: { containers: [{ name: 'sender', image: 'none' }], automountServiceAccountToken: false },
};

const kinds = ['Namespace', 'ServiceAccount', 'ClusterRole', 'ClusterRoleBinding'];

/** Gives the collectors the rights that are rendered, and this process a pod; says how many objects. */
export async function prepare({ api }: ControlPlane, { files }: ClusterFolder): Promise<number> {
  const rights = files
    .filter(({ path, body }) => path.includes('/telemetry/') && kinds.includes(body.kind))
    .map(({ body }) => body)
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  for (const object of rights) stored(await api.apply(object));
  stored(await api.apply({ ...defaultAccount }));
  stored(await api.apply(sender));
  const ip = '127.0.0.1';
  await api.merge(sender, { status: { phase: 'Running', podIP: ip, podIPs: [{ ip }] } }, 'status');
  return rights.length;
}

const defaultAccount: Manifest = {
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: 'default', namespace: 'default' },
};
