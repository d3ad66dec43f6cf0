import { clusters } from '@bizflow/config';
import { clusterIn } from '@bizflow/config/testing';
import { describe, expect, it } from 'vitest';
import { at, broken, type Draft, without } from '../../testing/planted.ts';
import { committed } from '../../testing/rendered.ts';
import { clusterFiles } from '../files.ts';
import { clusterRules } from './cluster-rules.ts';

const cluster = clusterIn('production');
const files = clusterFiles(cluster, committed);
const codes = (change: (draft: Draft) => unknown) =>
  clusterRules(cluster, broken(files, change)).map(({ code }) => code);

const pod = (draft: Draft) => at(draft, '/rollout-api.yaml').spec.template.spec;
const pool = (draft: Draft) => at(draft, '/nodepool-graviton-on-demand.yaml').spec.template.spec;

const spot = { key: 'bizflow.io/spot', value: 'true', effect: 'NoSchedule' };

describe.each([
  ['a service account', (d: Draft) => (pod(d).serviceAccountName = 'apl')],
  ['a priority', (d: Draft) => (pod(d).priorityClassName = 'bizflow-urgent')],
  ['a secret', (d: Draft) => (pod(d).containers[0].envFrom[0].secretRef.name = 'apl')],
  ['a store', (d: Draft) => (at(d, '/externalsecret-api.yaml').spec.secretStoreRef.name = 'x')],
  ['a class of nodes', (d: Draft) => without(d, '/ec2nodeclass-graviton.yaml')],
  [
    'a role',
    (d: Draft) => (at(d, '/rolebinding-otel-edge-resolver.yaml').roleRef.name = 'otel-edge'),
  ],
  [
    'an account in another namespace',
    (d: Draft) => (at(d, '/rolebinding-otel-edge-resolver.yaml').subjects[0].namespace = 'default'),
  ],
  [
    'a policy',
    (d: Draft) =>
      (at(d, '/validatingadmissionpolicybinding-bizflow-labels.yaml').spec.policyName = 'labels'),
  ],
  [
    'the account of a collector',
    (d: Draft) => (at(d, '/opentelemetrycollector-edge.yaml').spec.serviceAccount = 'edge'),
  ],
  [
    'the account of a store',
    (d: Draft) => without(d, '/serviceaccount-sync-notification-reader.yaml'),
  ],
])('the name of %s that leads to nothing', (_, change) => {
  it('is reported', () => {
    expect(codes(change)).toContain('NAME_UNKNOWN');
  });
});

it('reports a pool that no pod can use, and the pods that lose theirs', () => {
  expect(codes((d) => (pool(d).taints = [spot]))).toEqual(
    expect.arrayContaining(['TAINT_UNTOLERATED', 'NODE_SELECTOR_UNMET']),
  );
});

it('finds nothing against a tainted pool whose taint a workload tolerates', () => {
  const change = (d: Draft) => {
    pool(d).taints = [spot];
    pod(d).tolerations = [{ key: spot.key, operator: 'Exists' }];
  };
  expect(codes(change).filter((code) => code !== 'NODES_FOR_CANARY')).toEqual([]);
});

it('reports a toleration of a taint that no pool has', () => {
  expect(codes((d) => (pod(d).tolerations = [{ key: 'x', operator: 'Exists' }]))).toEqual([
    'TOLERATION_UNUSED',
  ]);
});

it('reports a pod that no pool takes', () => {
  expect(codes((d) => (pod(d).nodeSelector['kubernetes.io/os'] = 'windows'))).toContain(
    'NODE_SELECTOR_UNMET',
  );
});

it.each(clusters(committed))('finds every name and every pod of $id a place', (one) => {
  expect(clusterRules(one, clusterFiles(one, committed))).toEqual([]);
});
