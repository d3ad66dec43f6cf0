import type { Reach } from '@bizflow/config';
import { atHome, followed, standby } from '@bizflow/config/testing';
import type { RegionId } from '@bizflow/region-catalog';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { describe, expect, it } from 'vitest';
import * as rendered from '../../testing/rendered.ts';

const { all, cases, committed, exposed, modest, named, storing, unexposed } = rendered;

type Case = (typeof cases)[number];

const policyOf = ({ manifests }: Case, name: string) =>
  named<INetworkPolicy>(manifests, 'NetworkPolicy', name).spec;
const egressOf = (subject: Case, name: string) => policyOf(subject, name)?.egress ?? [];
const blocksOf = (peers: readonly { readonly ipBlock?: { readonly cidr: string } }[] = []) =>
  peers.map(({ ipBlock }) => ipBlock?.cidr);

it.each(cases)('denies everything in the namespace of $label first', (subject) => {
  expect(policyOf(subject, 'default-deny')).toEqual({
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
  });
});

it.each(exposed)('allows to $label only the public subnets of its own cluster', (subject) => {
  const [rule, ...others] = policyOf(subject, 'allow-load-balancer')?.ingress ?? [];
  expect(blocksOf(rule?.from)).toEqual(subject.cluster.network.public);
  expect(rule?.ports).toEqual([{ protocol: 'TCP', port: subject.service.port }]);
  expect(others).toEqual([]);
});

it.each(unexposed)('allows no ingress to $label', ({ manifests }) => {
  for (const { spec } of all<INetworkPolicy>(manifests, 'NetworkPolicy')) {
    expect(spec?.ingress).toBeUndefined();
  }
});

const reaching = (reach: Reach) => cases.filter(({ service }) => service.reaches.includes(reach));

const stores = [
  ['database', 5432],
  ['redis', 6379],
] as const;

describe.each(stores)('of %s', (store, port) => {
  const policy = `allow-${store}`;
  const peersOf = (subject: Case) => blocksOf(egressOf(subject, policy)[0]?.to);

  it.each(reaching(store))('lets $label out to its own and its writer, by one port', (subject) => {
    const { network, writerNetwork } = subject.cluster;
    const wanted = new Set([...network.database, ...writerNetwork.database]);
    expect(peersOf(subject)).toEqual([...wanted]);
    expect(egressOf(subject, policy).map(({ ports }) => ports)).toEqual([
      [{ protocol: 'TCP', port }],
    ]);
  });

  it.each(['api', 'whatsapp-worker'])(
    'lets %s out to another region only where its database is a copy of that one',
    (name) => {
      const peers = (id: RegionId) =>
        cases.filter(({ label }) => label === `production/${id}/${name}`).flatMap(peersOf);
      const own = (id: RegionId) => committed.catalog[id].network.database;
      expect(peers(standby.id)).toEqual([...own(standby.id), ...own(followed.id)]);
      for (const { id } of [followed, ...atHome]) expect(peers(id)).toEqual(own(id));
    },
  );
});

it.each(cases)('lets $label out to AWS in its own private subnets', (subject) => {
  const [rule] = egressOf(subject, 'allow-aws-endpoints');
  expect(blocksOf(rule?.to)).toEqual(subject.cluster.network.private);
});

it.each(reaching('internet'))('lets $label out by HTTPS, but to no private address', (subject) => {
  const [rule] = egressOf(subject, 'allow-internet');
  expect(rule?.to).toEqual([
    {
      ipBlock: {
        cidr: '0.0.0.0/0',
        except: [
          '10.0.0.0/8',
          '172.16.0.0/12',
          '192.168.0.0/16',
          '100.64.0.0/10',
          '169.254.0.0/16',
        ],
      },
    },
  ]);
  expect(rule?.ports).toEqual([{ protocol: 'TCP', port: 443 }]);
});

it.each(storing)('lets $label out to the public addresses of S3 by HTTPS alone', (subject) => {
  const [rule] = egressOf(subject, 'allow-bucket');
  expect(blocksOf(rule?.to)).toEqual(['0.0.0.0/0']);
  expect(rule?.ports).toEqual([{ protocol: 'TCP', port: 443 }]);
});

it.each(cases)('allows DNS for $label by UDP and TCP', (subject) => {
  const protocols = egressOf(subject, 'allow-dns')[0]?.ports?.map(({ protocol }) => protocol);
  expect(protocols).toEqual(['TCP', 'UDP']);
});

it.each([...cases, ...modest])(
  'opens no egress for $label that its service does not list',
  (subject) => {
    const always = ['default-deny', 'allow-dns', 'allow-telemetry', 'allow-aws-endpoints'];
    const names = all<INetworkPolicy>(subject.manifests, 'NetworkPolicy').map(
      ({ metadata }) => metadata?.name,
    );
    expect(names).toEqual([
      ...always,
      ...subject.service.reaches
        .filter((reach) => reach !== 'bucket')
        .map((reach) => `allow-${reach}`),
      ...(subject.service.exposure === null ? [] : ['allow-load-balancer']),
    ]);
  },
);

it.each(cases)('selects in every rule of $label its own pods only', ({ manifests, service }) => {
  for (const { metadata, spec } of all<INetworkPolicy>(manifests, 'NetworkPolicy')) {
    if (metadata?.name === 'default-deny') continue;
    expect(spec?.podSelector).toEqual({ matchLabels: { 'app.kubernetes.io/name': service.name } });
  }
});
