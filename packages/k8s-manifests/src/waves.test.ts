import { clusters } from '@bizflow/config';
import { App, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { expect, it } from 'vitest';
import { committed } from '../testing/rendered.ts';
import { clusterFiles } from './files.ts';
import { manifestsOf } from './synth.ts';
import { stage } from './waves.ts';

// Written down once, so that a dependency that moves a wave shows in review.
const bootstrap: Readonly<Record<string, readonly string[]>> = {
  '-70': ['default', 'platform', 'tenants project', 'workloads'],
  '-60': ['argo-cd-crds', 'calico-crds'],
  '-50': ['argo-cd'],
  '-40': ['admission', 'calico', 'fargate-logging'],
  '-30': [
    ...['ack-wafv2', 'argo-rollouts', 'aws-load-balancer-controller', 'external-secrets'],
    ...['isolation', 'karpenter', 'metrics-server', 'opentelemetry-operator', 'policy-controller'],
  ],
  '-20': [
    ...['compute', 'external-dns', 'image-signatures', 'notifications', 'secret-store'],
    ...['sync-notifications', 'waf'],
  ],
  '-10': ['argo-cd-access', 'load-balancing', 'telemetry'],
  '0': ['services', 'tenants'],
  '10': ['pipeline-access'],
};

const services: Readonly<Record<string, readonly string[]>> = {
  '-10': [
    ...['LimitRange', 'Namespace', 'NetworkPolicy', 'ResourceQuota'],
    ...['SecurityGroupPolicy', 'ServiceAccount'],
  ],
  '0': ['AnalysisTemplate', 'ConfigMap', 'ExternalSecret', 'Service'],
  '10': ['PodDisruptionBudget'],
  '20': ['HorizontalPodAutoscaler', 'Ingress', 'Job', 'Rollout'],
};

const files = clusters(committed).flatMap((cluster) =>
  clusterFiles(cluster, committed, { migration: { 'tenant-isolation.sh': 'true' } }),
);
const waveOf = ({ body: { metadata } }: (typeof files)[number]) =>
  metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 'none';

const table = (
  folder: string,
  nameOf: (file: (typeof files)[number]) => string,
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [
      ...Map.groupBy(
        files.filter(({ path }) => path.includes(folder)),
        waveOf,
      ),
    ].map(([wave, of]) => [wave, [...new Set(of.map(nameOf))].sort()]),
  );

it('derives the waves of the bootstrap from what waits for what', () => {
  const name = ({ body: { kind, metadata } }: (typeof files)[number]) =>
    kind === 'AppProject' && metadata.name === 'tenants' ? 'tenants project' : metadata.name;
  // The root waits for nothing: a person applies it.
  expect(table('/bootstrap/', name)).toEqual({ ...bootstrap, none: ['root'] });
});

it('derives the waves of a service from its stages, the same whether or not it has a migration', () => {
  expect(table('/services/', ({ body }) => body.kind)).toEqual(services);
});

it('gives no wave to what waits for nothing', () => {
  expect(Object.keys(table('/platform/', ({ body }) => body.kind))).toEqual(['none']);
});

const account = (scope: Construct, name: string): k8s.KubeServiceAccount =>
  new k8s.KubeServiceAccount(scope, name, { metadata: { name } });

it('counts an object after its stage and after what it depends on itself', () => {
  const chart = new Chart(new App(), 'chart');
  const [first, free] = [stage(chart, 'first'), account(chart, 'free')];
  const second = stage(chart, 'second', first);
  const early = account(first, 'early');
  const late = account(second, 'late');
  account(second, 'later').addDependency(late);
  account(chart, 'beside').addDependency(early);
  const waves = manifestsOf({ chart, zero: second }).map(({ metadata }) => [
    metadata.name,
    metadata.annotations?.['argocd.argoproj.io/sync-wave'],
  ]);
  expect(Object.fromEntries(waves)).toEqual({
    [free.name]: undefined,
    early: '-10',
    beside: '0',
    late: '0',
    later: '10',
  });
});
