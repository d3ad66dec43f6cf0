import { clusters, type Manifest } from '@bizflow/config';
import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import type { IJob } from 'kubernetes-models/batch/v1/Job';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { describe, expect, it } from 'vitest';
import { cases, committed, only } from '../../testing/rendered.ts';
import { clusterFiles } from '../files.ts';
import { waveOf } from '../rules/objects.ts';
import { schemaRules } from '../rules/schema-rules.ts';
import { writesAtHome } from './migration-chart.ts';

const files = { 'tenant-isolation.sh': 'true\n', 'tenant-isolation.sql': 'SELECT 1;\n' };

const subjects = cases
  .filter(({ cluster, service }) => writesAtHome(cluster) && service.name === 'api')
  .map(({ label, cluster, manifests }) => ({
    label,
    cluster,
    release: manifests,
    manifests: clusterFiles(cluster, committed, { migration: files })
      .map(({ body }) => body)
      .filter(({ metadata }) => /^tenant-isolation(-[0-9a-f]{8})?$/.test(metadata.name)),
    // As the service is rendered where it comes with a migration.
    rollout: only<IRollout>(
      clusterFiles(cluster, committed, { migration: files })
        .map(({ body }) => body)
        .filter(({ metadata }) => metadata.name === 'api'),
      'Rollout',
    ),
  }));

const jobOf = (manifests: readonly Manifest[]) => only<Required<IJob>>(manifests, 'Job');
const podOf = (manifests: readonly Manifest[]) => {
  const { metadata, spec } = jobOf(manifests).spec.template;
  const [container] = spec?.containers ?? [];
  if (spec === undefined || container === undefined) throw new RangeError('no container');
  return { labels: metadata?.labels, spec, container };
};

it('is for the regions that write, not for those that get it by replication', () => {
  const all = clusters(committed);
  for (const cluster of all) {
    const { role, source } = cluster.region.database;
    expect([cluster.id, writesAtHome(cluster)]).toEqual([cluster.id, role === 'writer']);
    expect([cluster.id, writesAtHome(cluster)]).toEqual([cluster.id, source === null]);
  }
  const writers = all.filter(writesAtHome).map(({ id }) => id);
  expect(subjects.map(({ cluster }) => cluster.id)).toEqual(writers);
});

describe.each(subjects)('the migration of $label', ({ cluster, release, manifests, rollout }) => {
  it('holds up no sync: no hook, and nothing comes after its Job', () => {
    const job = only<Manifest>(manifests, 'Job');
    expect(Object.keys(job.metadata.annotations ?? {})).toEqual(['argocd.argoproj.io/sync-wave']);
    const others = manifests.filter(({ kind }) => kind !== 'Job').map(waveOf);
    expect(Math.max(...others)).toBeLessThan(waveOf(job));
    expect(waveOf(job)).toBe(waveOf(only<Manifest>(release, 'Rollout')));
  });

  it('is demanded of a new version before its first pod, and runs the very same there', () => {
    const { metadata, spec } = only<IAnalysisTemplate>(manifests, 'AnalysisTemplate');
    const [first, ...others] = rollout.spec.strategy?.canary?.steps ?? [];
    expect(first).toEqual({ analysis: { templates: [{ templateName: metadata?.name }] } });
    expect(others.filter(({ analysis }) => analysis)).toEqual([]);
    const [metric] = spec.metrics ?? [];
    expect(metric?.provider.job?.spec.template).toEqual(jobOf(manifests).spec.template);
    expect(metric?.failureLimit).toBeUndefined();
  });

  it('is admitted: the image of this region, by digest, under the labels of its place', () => {
    const { container, labels } = podOf(manifests);
    expect(container.image).toMatch(/^[^/]+\/bizflow\/postgres-client@sha256:[0-9a-f]{64}$/);
    expect(container.image?.startsWith(`${cluster.registry}/`)).toBe(true);
    expect(labels).toMatchObject({
      'bizflow.io/environment': cluster.environment.name,
      'bizflow.io/region': cluster.region.id,
      'bizflow.io/residency': cluster.region.country,
    });
  });

  it('may do nothing on its node: no root, no capability, no file written, no token', () => {
    const { container, spec } = podOf(manifests);
    expect(spec).toMatchObject({
      automountServiceAccountToken: false,
      restartPolicy: 'Never',
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(container.resources).toMatchObject({
      requests: { cpu: '50m' },
      limits: { memory: '64Mi' },
    });
  });

  it("has the migration role's URL and the logins' passwords, and never the application's URL", () => {
    const copied = only<{ spec: { data: readonly { remoteRef: { key: string } }[] } }>(
      manifests,
      'ExternalSecret',
    ).spec.data;
    expect(copied.map(({ remoteRef }) => remoteRef.key)).toEqual(
      ['database-migration', 'database-blue-password', 'database-green-password'].map(
        (secret) => `bizflow/${cluster.id}/${secret}`,
      ),
    );
    const theirs = only<{ spec: { data: readonly { remoteRef: { key: string } }[] } }>(
      release,
      'ExternalSecret',
    ).spec.data;
    for (const { remoteRef } of copied) {
      expect(theirs.map((one) => one.remoteRef.key)).not.toContain(remoteRef.key);
    }
    const env = podOf(manifests).container.env ?? [];
    expect(env.filter(({ valueFrom }) => valueFrom !== undefined)).toEqual(
      ['DATABASE_URL', 'BLUE_PASSWORD', 'GREEN_PASSWORD'].map((name) => ({
        name,
        valueFrom: { secretKeyRef: { name: 'tenant-isolation', key: name } },
      })),
    );
  });

  it('shows no secret in its arguments, and becomes another Job with another password', () => {
    const { container } = podOf(manifests);
    expect([container.command, container.args]).toEqual([
      ['sh', '/migration/tenant-isolation.sh'],
      undefined,
    ]);
    const { foundations } = committed;
    const { loginPasswords } = foundations[cluster.environment.name];
    const rotated = { ...loginPasswords, drawn: loginPasswords.drawn + 1 };
    const later = {
      ...committed,
      foundations: {
        ...foundations,
        [cluster.environment.name]: {
          ...foundations[cluster.environment.name],
          loginPasswords: rotated,
        },
      },
    };
    const jobs = [committed, later].map((fleet) =>
      clusterFiles(cluster, fleet, { migration: files })
        .map(({ body }) => body)
        .filter(
          ({ kind, metadata }) => kind === 'Job' && metadata.name.startsWith('tenant-isolation'),
        )
        .map(({ metadata }) => metadata.name),
    );
    expect(jobs[0]).not.toEqual(jobs[1]);
  });

  it('reaches names and its own database, and nothing reaches it', () => {
    const { spec } = only<INetworkPolicy>(manifests, 'NetworkPolicy');
    expect(spec?.podSelector?.matchLabels).toEqual({
      'app.kubernetes.io/name': 'tenant-isolation',
    });
    expect(spec?.ingress).toBeUndefined();
    expect(spec?.policyTypes).toEqual(['Ingress', 'Egress']);
    const blocks = spec?.egress?.flatMap(({ to = [] }) =>
      to.flatMap(({ ipBlock }) => ipBlock ?? []),
    );
    expect(blocks?.map(({ cidr }) => cidr)).toEqual([...cluster.network.database]);
  });

  it('is selected by no policy, Service or budget of the service it precedes', () => {
    const { labels } = podOf(manifests);
    const selectors = release.flatMap(({ kind, spec }) => {
      const { podSelector, selector } = (spec ?? {}) as {
        podSelector?: { matchLabels?: Record<string, string> };
        selector?: Record<string, string> & { matchLabels?: Record<string, string> };
      };
      const wanted = podSelector?.matchLabels ?? selector?.matchLabels ?? selector ?? {};
      return Object.keys(wanted).length > 0 ? [{ kind, wanted }] : [];
    });
    expect(selectors.length).toBeGreaterThan(5);
    for (const { wanted } of selectors) expect(labels).not.toMatchObject(wanted);
  });

  it('runs the script of its ConfigMap', () => {
    const { container, spec } = podOf(manifests);
    expect(only<{ data: object }>(manifests, 'ConfigMap').data).toEqual(files);
    const { metadata } = only<Manifest>(manifests, 'ConfigMap');
    expect(spec.volumes).toEqual([{ name: 'migration', configMap: { name: metadata.name } }]);
    expect(container.volumeMounts).toEqual([
      { name: 'migration', mountPath: '/migration', readOnly: true },
    ]);
  });

  it('is valid, object by object', () => {
    expect(manifests.flatMap((manifest) => schemaRules(manifest, manifest.kind))).toEqual([]);
  });
});
