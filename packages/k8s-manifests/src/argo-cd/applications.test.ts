import { clusters } from '@bizflow/config';
import { controllers } from '@bizflow/config/platform';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IApplicationSet } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet';
import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { expect, it } from 'vitest';
import { all, committed, named } from '../../testing/rendered.ts';
import { clusterFiles } from '../files.ts';

const subjects = clusters(committed).map((cluster) => {
  const files = clusterFiles(cluster, committed);
  return { id: cluster.id, cluster, files, manifests: files.map(({ body }) => body) };
});
type Subject = (typeof subjects)[number];

const setOf = ({ manifests }: Subject) =>
  named<IApplicationSet>(manifests, 'ApplicationSet', 'services');
/** The Applications of this repository's folders; the others install a chart. */
const ownApplications = ({ manifests, cluster }: Subject) =>
  all<IApplication>(manifests, 'Application').filter(
    ({ spec }) => spec.source?.repoURL === cluster.repository,
  );
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'));
const filled = (template: unknown, folder: string): string =>
  JSON.stringify(template)
    .replaceAll('{{.path.path}}', folder)
    .replaceAll(
      /\{\{\.path\.basename(Normalized)?\}\}/g,
      folder.slice(folder.lastIndexOf('/') + 1),
    );

it.each(subjects)('finds in $id the folder of every service, and nothing else', (subject) => {
  const [generator] = setOf(subject).spec.generators;
  expect(generator?.git?.directories).toEqual([{ path: `gitops/${subject.id}/services/*` }]);
  const folders = subject.files.map(({ path }) => folderOf(path));
  const found = new Set(
    folders.filter((path) => path.startsWith(`gitops/${subject.id}/services/`)),
  );
  expect([...found]).toEqual(
    committed.services.map(({ name }) => `gitops/${subject.id}/services/${name}`),
  );
});

it.each(subjects)('pulls everything in $id from the branch of its environment', (subject) => {
  const { branch } = subject.cluster.environment;
  const { generators, template } = setOf(subject).spec;
  expect(generators[0]?.git?.revision).toBe(branch);
  expect(template.spec.source?.targetRevision).toBe(branch);
  for (const { spec } of ownApplications(subject)) {
    expect(spec.source?.targetRevision).toBe(branch);
  }
});

it.each(subjects)('has the root of $id sync its own folder', (subject) => {
  const root = subject.files.find(({ body }) => body.metadata.name === 'root');
  const { spec, metadata } = named<IApplication>(subject.manifests, 'Application', 'root');
  expect(spec.source?.path).toBe(folderOf(root?.path ?? ''));
  expect(metadata?.annotations).toMatchObject({ 'argocd.argoproj.io/sync-options': 'Prune=false' });
});

it.each(subjects)('installs in $id every controller from its pinned chart', (subject) => {
  for (const { name, chart, namespace } of controllers) {
    const { spec } = named<IApplication>(subject.manifests, 'Application', name);
    expect(spec.source).toMatchObject({
      repoURL: chart.repository,
      chart: chart.name,
      targetRevision: chart.version,
    });
    expect(spec.destination.namespace).toBe(namespace);
    expect(chart.version).toMatch(/^v?\d+\.\d+\.\d+$/);
  }
});

it.each(subjects)('prunes nothing that the charts of $id bring without a word', (subject) => {
  for (const { name } of controllers) {
    const { syncPolicy } = named<IApplication>(subject.manifests, 'Application', name).spec;
    expect(syncPolicy?.syncOptions).toContain('Prune=confirm');
    expect(syncPolicy?.syncOptions).toContain('Delete=confirm');
  }
});

it.each(subjects)(
  'ignores in $id the certificates that charts generate, and nothing else of what they bring',
  (subject) => {
    const generating = all<IApplication>(subject.manifests, 'Application').filter(
      ({ metadata, spec }) => metadata?.name !== 'root' && spec.ignoreDifferences !== undefined,
    );
    expect(generating.map(({ metadata }) => metadata?.name)).toEqual([
      'aws-load-balancer-controller',
    ]);
    for (const { spec } of generating) {
      const fields = spec.ignoreDifferences?.flatMap(({ jsonPointers, jqPathExpressions }) => [
        ...(jsonPointers ?? []),
        ...(jqPathExpressions ?? []),
      ]);
      expect(new Set(fields)).toEqual(new Set(['/data', '.webhooks[].clientConfig.caBundle']));
      expect(spec.syncPolicy?.syncOptions).toContain('RespectIgnoreDifferences=true');
    }
  },
);

it.each(subjects)('has the sets of $id as their controller writes them back', (subject) => {
  for (const { spec } of all<IApplicationSet>(subject.manifests, 'ApplicationSet')) {
    expect(spec.generators.map(({ git }) => git?.template)).toEqual([
      { metadata: {}, spec: { destination: {}, project: '' } },
    ]);
    // Go leaves an empty text out, and a list counts as one value.
    expect(JSON.stringify(spec.template.spec?.ignoreDifferences)).not.toContain('""');
  }
});

it.each(subjects)('syncs the root of $id for no request to look again', (subject) => {
  const root = all<IApplication>(subject.manifests, 'Application').find(
    ({ metadata }) => metadata?.name === 'root',
  );
  expect(
    root?.spec.ignoreDifferences?.map(({ kind, jsonPointers }) => [kind, jsonPointers]),
  ).toEqual([
    ['Application', ['/metadata/annotations/argocd.argoproj.io~1refresh']],
    ['ApplicationSet', ['/metadata/annotations/argocd.argoproj.io~1application-set-refresh']],
  ]);
});

it.each(subjects)('deletes no service of $id because a folder is gone', (subject) => {
  expect(setOf(subject).spec.syncPolicy).toEqual({
    preserveResourcesOnDeletion: true,
    applicationsSync: 'create-update',
  });
  expect(setOf(subject).spec.goTemplateOptions).toEqual(['missingkey=error']);
});

it.each(subjects)('leaves to the controllers of $id exactly what they own', (subject) => {
  const { ignoreDifferences = [], syncPolicy } = setOf(subject).spec.template.spec;
  expect(syncPolicy?.syncOptions).toContain('RespectIgnoreDifferences=true');
  expect(ignoreDifferences.map(({ group, kind }) => `${group}/${kind}`)).toEqual([
    'argoproj.io/Rollout',
    'networking.k8s.io/Ingress',
    'undefined/Service',
  ]);
  expect(JSON.stringify(ignoreDifferences)).toContain('rollouts-pod-template-hash');
  for (const { spec } of all<IIngress>(subject.manifests, 'Ingress')) {
    const root = spec?.rules?.[0]?.http?.paths[0]?.backend.service?.name ?? '';
    const folder = `gitops/${subject.id}/services/${root.replace(/-root$/, '')}`;
    expect(filled(ignoreDifferences, folder)).toContain(
      `alb.ingress.kubernetes.io/actions.${root}`,
    );
  }
});

it.each(subjects)('heals and prunes $id, by server-side apply, but never empties it', (subject) => {
  const policies = [
    setOf(subject).spec.template.spec.syncPolicy,
    ...all<IApplication>(subject.manifests, 'Application').map(({ spec }) => spec.syncPolicy),
  ];
  for (const policy of policies) {
    expect(policy?.automated).toEqual({ prune: true, selfHeal: true, allowEmpty: false });
    expect(policy?.syncOptions).toContain('ServerSideApply=true');
    expect(policy?.syncOptions).not.toContain('Replace=true');
  }
});

it.each(subjects)(
  'tries again in $id what failed, each time with what Git holds by then',
  (subject) => {
    const sources = [
      setOf(subject).spec.template.spec,
      ...all<IApplication>(subject.manifests, 'Application').map(({ spec }) => spec),
    ];
    for (const { source, syncPolicy } of sources) {
      // A sync that is given up is never tried again for its commit (argo-cd#18442); a chart's fix is another source.
      expect(syncPolicy?.retry).toMatchObject({ refresh: true });
      if (source?.chart === undefined) expect(syncPolicy?.retry?.limit).toBe(-1);
    }
  },
);

it.each(subjects)(
  'has no Application of $id look at some paths alone (argo-cd#27792)',
  (subject) => {
    expect(JSON.stringify(subject.manifests)).not.toContain('manifest-generate-paths');
  },
);

it.each(subjects)('takes along in $id the objects of what goes from the root', (subject) => {
  const stays = ['root', 'argo-cd', 'argo-cd-crds'];
  for (const { metadata } of all<IApplication>(subject.manifests, 'Application')) {
    const finalizers = stays.includes(`${metadata?.name}`)
      ? undefined
      : ['resources-finalizer.argocd.argoproj.io'];
    expect(metadata?.finalizers, metadata?.name).toEqual(finalizers);
  }
  const { syncPolicy } = named<IApplication>(subject.manifests, 'Application', 'root').spec;
  expect(syncPolicy?.syncOptions).toContain('Delete=false');
});
