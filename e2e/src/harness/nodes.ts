import type { Manifest } from '@bizflow/config';
import { type Api, stored } from './api.ts';
import { until } from './until.ts';

const node = (region: string, zone: string, pool: string | undefined): Manifest => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: `${pool ?? ''}${pool === undefined ? '' : '-'}${region}${zone}`,
    labels: {
      ...(pool !== undefined && { 'bizflow.io/pool': pool }),
      'kubernetes.io/arch': 'arm64',
      'kubernetes.io/os': 'linux',
      'kubernetes.io/hostname': `${region}${zone}`,
      'topology.kubernetes.io/region': region,
      'topology.kubernetes.io/zone': `${region}${zone}`,
    },
  },
});

/** Gives a cluster an Arm node in each of three zones, of a pool or of none, and waits until they take pods. */
export async function addNodes(
  api: Api,
  region: string,
  pool?: string,
): Promise<readonly Manifest[]> {
  const nodes = ['a', 'b', 'c'].map((zone) => node(region, zone, pool));
  for (const one of nodes) stored(await api.apply(one));
  for (const one of nodes) {
    await until(`node ${one.metadata.name} takes pods`, 60, async () => {
      const taints = (await api.read(one))?.spec?.taints;
      return taints === undefined;
    });
  }
  return nodes;
}
