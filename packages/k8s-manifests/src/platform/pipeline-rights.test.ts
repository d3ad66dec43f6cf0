import { clusters, type Manifest } from '@bizflow/config';
import { pipelineGroup } from '@bizflow/config/names';
import type { IRole } from 'kubernetes-models/rbac.authorization.k8s.io/v1/Role';
import type { IRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding';
import { describe, expect, it } from 'vitest';
import { committed } from '../../testing/rendered.ts';
import { clusterFiles } from '../files.ts';
import { waveOf } from '../rules/objects.ts';

const fleet = clusters(committed).map((cluster) => ({
  cluster,
  files: clusterFiles(cluster, committed),
}));
const isBound = ({ kind, ...body }: Manifest): boolean =>
  /^(Cluster)?RoleBinding$/.test(kind) && JSON.stringify(body).includes(pipelineGroup);

it('gives the pipeline nothing where a release waits for a person', () => {
  const places = fleet.filter(({ files }) => files.some(({ body }) => isBound(body)));
  expect(places.map(({ cluster }) => cluster.id)).toEqual(
    fleet.flatMap(({ cluster }) => (cluster.environment.approval ? [] : [cluster.id])),
  );
  expect(places).not.toEqual([]);
});

describe.each(fleet.filter(({ cluster }) => !cluster.environment.approval))(
  'in $cluster.id the pipeline',
  ({ files }) => {
    const bindings = files.flatMap(({ body }) =>
      isBound(body) ? [body as Manifest & IRoleBinding] : [],
    );
    const rights = bindings.flatMap(({ metadata: { namespace }, roleRef }) => {
      const role = files.find(
        ({ body: { kind, metadata } }) =>
          kind === roleRef.kind &&
          metadata.name === roleRef.name &&
          metadata.namespace === namespace,
      );
      const { rules } = (role?.body ?? {}) as Partial<IRole>;
      return (rules ?? []).map(({ verbs, resources = [], resourceNames = ['any'] }) =>
        [namespace, verbs.join(), resources.join(), resourceNames.join()].join(' '),
      );
    });

    it('sees the Applications of services, and reaches their pods, and nothing else', () => {
      const names = committed.services.map(({ name }) => name);
      expect(rights).toEqual(
        names.flatMap((name) => [
          `argocd get applications service-${name}`,
          `bizflow-${name} get,list pods any`,
          `bizflow-${name} create pods/portforward any`,
        ]),
      );
    });

    it('has access only by its group, and only after the namespaces exist', () => {
      expect(bindings.flatMap(({ subjects = [] }) => subjects.map(({ kind }) => kind))).toEqual(
        bindings.map(() => 'Group'),
      );
      const waves = (pattern: RegExp) =>
        files.filter(({ path }) => pattern.test(path)).map(({ body }) => waveOf(body));
      const [access = Number.NaN] = waves(/bootstrap\/application-pipeline-access/);
      expect(access).toBeGreaterThan(Math.max(...waves(/bootstrap\/applicationset-/)));
    });
  },
);
