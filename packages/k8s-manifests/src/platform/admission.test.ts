import { clusters } from '@bizflow/config';
import { describe, expect, it } from 'vitest';
import { committed } from '../../testing/rendered.ts';
import { clusterFiles } from '../files.ts';

const fleet = clusters(committed).map((cluster) => ({
  id: cluster.id,
  files: clusterFiles(cluster, committed),
}));

describe.each(fleet)('admission in $id', ({ files }) => {
  it('binds admission to workloads and tenants only, and refuses by the cluster it is in', () => {
    const policies = files.filter(({ body }) => body.kind === 'ValidatingAdmissionPolicy');
    const bindings = files.filter(({ body }) => body.kind === 'ValidatingAdmissionPolicyBinding');
    expect(bindings.map(({ body }) => body.metadata.name)).toEqual(
      policies.map(({ body }) => body.metadata.name),
    );
    for (const { body } of bindings) {
      expect(body).toHaveProperty('spec.matchResources.namespaceSelector.matchExpressions', [
        { key: 'bizflow.io/plane', operator: 'In', values: ['workloads', 'tenants'] },
      ]);
    }
  });
});
