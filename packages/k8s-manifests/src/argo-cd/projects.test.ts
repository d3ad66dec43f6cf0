import { clusters } from '@bizflow/config';
import { argoCd, controllers } from '@bizflow/config/platform';
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { expect, it } from 'vitest';
import { all, committed, named } from '../../testing/rendered.ts';
import { clusterFiles } from '../files.ts';

const subjects = clusters(committed).map((cluster) => {
  const files = clusterFiles(cluster, committed);
  return { id: cluster.id, cluster, files, manifests: files.map(({ body }) => body) };
});
type Subject = (typeof subjects)[number];

const projectOf = ({ manifests }: Subject, name: string) =>
  named<IAppProject>(manifests, 'AppProject', name).spec;
const matches = (glob: string, text: string): boolean =>
  new RegExp(`^${glob.replaceAll('*', '.*')}$`).test(text);

it.each(subjects)('lets in $id no kind in but those listed: no rights, no secrets', (subject) => {
  for (const name of ['workloads', 'tenants']) {
    const listed = projectOf(subject, name).namespaceResourceWhitelist?.map(({ kind }) => kind);
    expect(listed?.length).toBeGreaterThan(5);
    for (const refused of ['*', 'Secret', 'Role', 'RoleBinding', 'Application', 'DaemonSet'])
      expect(listed).not.toContain(refused);
  }
});

it.each(subjects)('keeps the services of $id out of every namespace but their own', (subject) => {
  const { destinations = [] } = projectOf(subject, 'workloads');
  for (const outside of ['argocd', 'kube-system', 'external-secrets', 'default']) {
    expect(destinations.some(({ namespace = '*' }) => matches(namespace, outside))).toBe(false);
  }
});

it.each(subjects)('pulls in $id from this repository and the pinned charts only', (subject) => {
  const charts = [...new Set(controllers.map(({ chart }) => chart.repository))];
  const own = [subject.cluster.repository];
  expect(projectOf(subject, 'default').sourceRepos).toEqual(own);
  expect(projectOf(subject, 'workloads').sourceRepos).toEqual(own);
  expect(projectOf(subject, 'platform').sourceRepos).toEqual([
    ...own,
    argoCd.definitions.repository,
    ...charts,
  ]);
  for (const { spec } of all<IAppProject>(subject.manifests, 'AppProject')) {
    expect(spec.sourceNamespaces).toEqual(['argocd']);
    expect(
      spec.destinations?.every(({ server }) => server === 'https://kubernetes.default.svc'),
    ).toBe(true);
  }
});

it.each(subjects)(
  'lets approvers in $id resume, abort, retry and sync, and nothing more',
  (subject) => {
    const [role, ...others] = projectOf(subject, 'workloads').roles ?? [];
    const granted = role?.policies?.map((policy) => policy.split(', '));
    expect(granted?.map(([, , , action]) => action)).toEqual([
      'get',
      'sync',
      'action/argoproj.io/Rollout/resume',
      'action/argoproj.io/Rollout/abort',
      'action/argoproj.io/Rollout/retry',
    ]);
    for (const [p, who, resource, , which, effect] of granted ?? []) {
      expect([p, who, resource, which, effect]).toEqual([
        'p',
        `proj:workloads:${role?.name}`,
        'applications',
        'workloads/*',
        'allow',
      ]);
    }
    expect(others).toEqual([]);
  },
);

it.each(subjects)('lets in $id no sync begin in a freeze, and each one end', (subject) => {
  const windows = ['workloads', 'tenants'].flatMap(
    (name) => projectOf(subject, name).syncWindows ?? [],
  );
  for (const window of windows) {
    expect(window).toMatchObject({ kind: 'deny', manualSync: true, syncOverrun: true });
  }
});
