import type { Manifest } from '@bizflow/config';
import { definitionFacts, objectFacts } from '@bizflow/generator/charts';
import { expect, it } from 'vitest';
import { standIn } from './stand-in.ts';
import { definition } from './stand-in-definition.ts';

const container = {
  ...{ name: 'main', image: 'registry.example/it:1', ports: [{ containerPort: 8080 }] },
  securityContext: { runAsNonRoot: true },
};

const labels = { 'app.kubernetes.io/name': 'it' };

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'it', namespace: 'its' },
  spec: {
    replicas: 2,
    template: {
      metadata: { labels },
      spec: {
        serviceAccountName: 'it',
        containers: [container],
        volumes: [{ name: 'a', secret: { secretName: 'certificate' } }],
      },
    },
  },
} as Manifest;

const secret = (key: string): Manifest =>
  ({
    ...{ apiVersion: 'v1', kind: 'Secret' },
    metadata: {
      ...{ name: 'certificate', namespace: 'its' },
      annotations: { 'helm.sh/hook': 'pre-install', other: 'x' },
    },
    data: { 'tls.key': key },
  }) as Manifest;

const service = {
  ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'it', namespace: 'its' } },
  spec: { selector: labels, ports: [{ port: 443, targetPort: 8443 }] },
} as Manifest;

const renderings = {
  objects: [deployment, secret('one'), service],
  again: [deployment, secret('two'), service],
};

it('lists pods, what selects them, hooks and what a rendering generates', () => {
  expect(objectFacts(renderings)).toEqual([
    {
      ...{ apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'its', name: 'it', replicas: 2 },
      pod: {
        ...{
          podSecurity: 'baseline',
          labels,
          serviceAccount: 'it',
          volumes: ['secret/certificate'],
        },
        containers: [{ ...container, ports: [8080] }],
      },
    },
    {
      ...{ apiVersion: 'v1', kind: 'Secret', namespace: 'its', name: 'certificate' },
      ...{ hook: { hook: 'pre-install' }, drawn: ['/data/tls.key'], keys: ['tls.key'] },
    },
    {
      ...{ apiVersion: 'v1', kind: 'Service', namespace: 'its', name: 'it' },
      ...{ selects: 'it', ports: [443] },
    },
  ]);
});

it('finds the same facts in the stand-ins made of them', () => {
  const facts = objectFacts({ objects: renderings.objects, again: renderings.objects });
  const played = facts.map(standIn);
  expect(objectFacts({ objects: played, again: played })).toEqual(facts);
});

const widgets = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Widget', plural: 'widgets' },
    versions: [
      { name: 'v1alpha1', served: true, storage: false },
      { name: 'v1', served: true, storage: true },
      { name: 'v0', served: false, storage: false },
    ],
  },
} as Manifest;

it('names the served versions of a definition, the stored one first, and plays one that has them', () => {
  const facts = definitionFacts({ objects: [widgets], again: [widgets] });
  expect(facts).toEqual([
    {
      ...{ name: 'widgets.example.com', kind: 'Widget', scope: 'Namespaced' },
      versions: ['v1', 'v1alpha1'],
    },
  ]);
  const played = facts.map((one) => definition(one, []));
  expect(definitionFacts({ objects: played, again: played })).toEqual(facts);
});
