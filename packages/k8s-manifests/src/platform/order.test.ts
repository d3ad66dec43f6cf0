import { clusters, type Manifest, type ManifestFile } from '@bizflow/config';
import { controllers } from '@bizflow/config/platform';
import { describe, expect, it } from 'vitest';
import { committed } from '../../testing/rendered.ts';
import { clusterFiles } from '../files.ts';
import { components } from './components.ts';

const _kindOf = ({ apiVersion, kind }: Manifest): string => `${kind}.${apiVersion.split('/')[0]}`;

/** A group that Kubernetes itself serves has no dot, or ends in k8s.io. */
const _isCustom = ({ apiVersion }: Manifest): boolean =>
  /^[^/]+\.[^/]+\//.test(apiVersion) && !/^[^/]*\.k8s\.io\//.test(apiVersion);

const waveOf = ({ metadata }: Manifest): number =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

/** The bootstrap wave in which a file reaches the cluster: its own, or its component's. */
const _arrival = ({ path, body }: ManifestFile, files: readonly ManifestFile[]): number => {
  if (path.includes('/bootstrap/')) return waveOf(body);
  const component = /\/platform\/([^/]+)\//.exec(path)?.[1];
  const name = component === undefined ? 'applicationset-services' : `application-${component}`;
  const carrier = files.find((file) => file.path.endsWith(`/bootstrap/${name}.yaml`));
  return carrier === undefined ? Number.NaN : waveOf(carrier.body);
};

const fleet = clusters(committed).map((cluster) => ({
  id: cluster.id,
  files: clusterFiles(cluster, committed),
}));

describe.each(fleet)('the order of $id', ({ files }) => {
  it('brings projects first, then controllers, then components, then the services', () => {
    const waves = (pattern: RegExp) =>
      files.filter(({ path }) => pattern.test(path)).map(({ body }) => waveOf(body));
    const projects = waves(/bootstrap\/appproject-/);
    const services = waves(/bootstrap\/applicationset-/);
    expect(Math.max(...projects)).toBeLessThan(Math.min(...controllers.map(({ wave }) => wave)));
    expect(Math.max(...controllers.map(({ wave }) => wave))).toBeLessThan(
      Math.min(...components.map(({ wave }) => wave)),
    );
    expect(Math.max(...components.map(({ wave }) => wave))).toBeLessThan(Math.min(...services));
  });

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
