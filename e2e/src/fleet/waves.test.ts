import type { Manifest } from '@bizflow/config';
import { expect, it } from 'vitest';
import { clusterFolders } from './folders.ts';
import { type Step, steps, waveOf } from './waves.ts';

const folders = clusterFolders();
const applied = (all: readonly Step[]) => all.filter((step) => step.does === 'apply');

it.each(folders)('applies every object of $id once', (folder) => {
  const paths = applied(steps(folder)).map(({ file }) => file.path);
  expect(paths.toSorted()).toEqual(folder.files.map(({ path }) => path).toSorted());
});

it.each(folders)('keeps the Applications of $id in the order of their waves', (folder) => {
  const waves = applied(steps(folder))
    .filter(({ file }) => file.path.includes('/bootstrap/'))
    .map(({ file }) => waveOf(file.body));
  expect(waves).toEqual(waves.toSorted((a, b) => a - b));
  expect(new Set(waves).size).toBeGreaterThan(5);
});

it.each(folders)('has a chart in place before what its component brings in $id', (folder) => {
  const all = steps(folder);
  const chart = (name: string) =>
    all.findIndex((step) => step.does === 'install' && step.chart === name);
  const first = (kind: string) =>
    all.findIndex((step) => step.does === 'apply' && step.file.body.kind === kind);
  expect(chart('argo-rollouts')).toBeGreaterThan(-1);
  expect(first('Rollout')).toBeGreaterThan(chart('argo-rollouts'));
  expect(first('WebACL')).toBeGreaterThan(chart('wafv2-chart'));
});

it('orders one folder by wave, then as Argo CD orders kinds, then by name', () => {
  const object = (kind: string, name: string, wave: string): Manifest => ({
    ...{ apiVersion: 'v1', kind },
    metadata: { name, annotations: { 'argocd.argoproj.io/sync-wave': wave } },
  });
  const application: Manifest = {
    ...object('Application', 'a', '0'),
    spec: { source: { path: 'gitops/one/platform/a' } },
  };
  const bodies = [
    object('Widget', 'a', '0'),
    object('Service', 'b', '0'),
    object('Service', 'a', '0'),
    object('Widget', 'z', '-1'),
    object('Namespace', 'n', '0'),
  ];
  const files = [
    { path: 'gitops/one/bootstrap/application-a.yaml', body: application },
    ...bodies.map((body, index) => ({ path: `gitops/one/platform/a/${index}.yaml`, body })),
  ];
  const order = applied(steps({ id: 'one', files })).map(
    ({ file }) => `${file.body.kind} ${file.body.metadata.name}`,
  );
  expect(order).toEqual([
    'Application a',
    'Widget z',
    'Namespace n',
    'Service a',
    'Service b',
    'Widget a',
  ]);
});
