import { clusters, type Manifest } from '@bizflow/config';
import { ApiObject, App, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-29';
import { describe, expect, it } from 'vitest';
import { cases, committed } from '../testing/rendered.ts';
import { bootstrapChart } from './argo-cd/bootstrap-chart.ts';
import { componentChart } from './platform/component-chart.ts';
import { componentsOf } from './platform/components.ts';
import { serviceChart } from './service/service-chart.ts';
import { clusterWide, customResource, manifestsOf, type OrderedChart } from './synth.ts';

const others = { migration: { 'tenant-isolation.sh': 'true' } };
const migration = {
  tenancy: committed.tenancy,
  files: others.migration,
  passwords: { drawn: 2, used: 1 },
};
const charts: readonly (OrderedChart & { readonly id: string })[] = [
  ...clusters(committed).flatMap((cluster) => [
    { id: cluster.id, ...bootstrapChart(new App(), cluster) },
    ...componentsOf(cluster).map((component) => ({
      id: `${cluster.id}/${component.name}`,
      ...componentChart(new App(), component, { cluster, fleet: committed, others }),
    })),
  ]),
  ...cases.map(({ label, cluster, service, digest }) => ({
    id: label,
    ...serviceChart(new App(), cluster, service, digest, migration),
  })),
];

/** Without the wave, which cdk8s knows nothing of. */
const unordered = ({ metadata, ...body }: Manifest) => {
  const { 'argocd.argoproj.io/sync-wave': _, ...annotations } = metadata.annotations ?? {};
  const { annotations: __, ...rest } = metadata;
  return {
    ...body,
    metadata: Object.keys(annotations).length === 0 ? rest : { ...rest, annotations },
  };
};

it.each(charts)("gives for each object of $id what cdk8s's own toJson gives", (ordered) => {
  const own = ordered.chart.node.findAll().filter((one) => ApiObject.isApiObject(one));
  expect(manifestsOf(ordered).map(unordered)).toEqual(
    own.map((object) => (object as ApiObject).toJson()),
  );
});

describe('a chart', () => {
  const chart = () =>
    new Chart(new App(), 'chart', { namespace: 'home', labels: { place: 'here', name: 'chart' } });

  it('lends its namespace and labels to each object, typed or custom', () => {
    const one = chart();
    new k8s.KubeConfigMap(one, 'typed', { metadata: { name: 'typed' }, data: { a: 'b' } });
    const resource = { apiVersion: 'a.example/v1', kind: 'Custom', metadata: { name: 'custom' } };
    customResource(one, 'custom', { ...resource, spec: { a: 1 } });
    const metadata = { namespace: 'home', labels: { place: 'here', name: 'chart' } };
    expect(manifestsOf({ chart: one })).toEqual([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'typed', ...metadata },
        data: { a: 'b' },
      },
      { ...resource, metadata: { name: 'custom', ...metadata }, spec: { a: 1 } },
    ]);
  });

  it('lets an object say otherwise', () => {
    const one = chart();
    new k8s.KubeConfigMap(one, 'typed', {
      metadata: { name: 'typed', namespace: 'away', labels: { name: 'own' } },
    });
    expect(manifestsOf({ chart: one })).toMatchObject([
      { metadata: { namespace: 'away', labels: { place: 'here', name: 'own' } } },
    ]);
  });

  it('adds only labels to cluster-scoped objects', () => {
    const one = chart();
    new k8s.KubeNamespace(clusterWide(one), 'namespace', { metadata: { name: 'home' } });
    expect(manifestsOf({ chart: one })).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'home', labels: { place: 'here', name: 'chart' } },
      },
    ]);
  });
});
