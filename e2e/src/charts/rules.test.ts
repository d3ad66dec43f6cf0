import type { Manifest } from '@bizflow/config';
import { describe, expect, it } from 'vitest';
import { type ClusterFolder, clusterFolders } from '../fleet/folders.ts';
import { type ChartFacts, type ChartsLock, chartsLock, type RenderedFacts } from './facts.ts';
import { definitionsComeFirst, drawnFieldsStay, webhooksStopNothing } from './rules.ts';

const folders = clusterFolders();

describe.each(folders)('the charts of $id', (folder) => {
  it('find the definitions of what they render', () => {
    expect(definitionsComeFirst(folder, chartsLock())).toEqual([]);
  });

  it('bring no webhook that stops the cluster while its pods are away', () => {
    expect(webhooksStopNothing(folder, chartsLock())).toEqual([]);
  });

  it('keep what they draw at random as it came first', () => {
    expect(drawnFieldsStay(folder, chartsLock())).toEqual([]);
  });
});

const application = (name: string, wave: number, spec: object = {}): Manifest => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name, annotations: { 'argocd.argoproj.io/sync-wave': String(wave) } },
  spec: { ...spec },
});

const place = (...bodies: readonly Manifest[]): ClusterFolder => ({
  id: 'production/here',
  files: bodies.map((body) => ({ path: `${body.metadata.name}.yaml`, body })),
});

const facts = (rendered: Partial<RenderedFacts>): ChartFacts => ({
  ...{ chart: 'a', version: '1', appVersion: '1' },
  rendered: [{ clusters: ['production/here'], definitions: [], objects: [], ...rendered }],
});

const tower = { apiVersion: 'towers.example/v1', kind: 'Tower', name: 'one' };
const towers = {
  ...{ name: 'towers.towers.example', kind: 'Tower', scope: 'Cluster' as const },
  versions: ['v1'],
};

describe('definitions', () => {
  const lock: ChartsLock = {
    user: facts({ objects: [tower] }),
    bringer: facts({ definitions: [towers] }),
  };

  it.each([-1, 0])('are missed when they come in wave %d of a resource of wave -1', (wave) => {
    const late = place(application('user', -1), application('bringer', wave));
    expect(definitionsComeFirst(late, lock)).toEqual([
      'production/here: the chart of user renders Tower one, and no chart before it brings that definition',
    ]);
  });

  it('are found in an earlier wave, or in the same chart', () => {
    const early = place(application('user', -1), application('bringer', -2));
    expect(definitionsComeFirst(early, lock)).toEqual([]);
    const own = { user: facts({ objects: [tower], definitions: [towers] }) };
    expect(definitionsComeFirst(place(application('user', -1)), own)).toEqual([]);
  });
});

describe('fields that are drawn', () => {
  const hooks = {
    ...{ apiVersion: 'admissionregistration.k8s.io/v1', kind: 'MutatingWebhookConfiguration' },
    ...{ name: 'hooks', drawn: ['/webhooks/0/clientConfig/caBundle'] },
  };
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    name: 'certificate',
    drawn: ['/data/tls.key'],
  };
  const ignoreDifferences = [
    { group: '', kind: 'Secret', jsonPointers: ['/data'] },
    {
      ...{ group: 'admissionregistration.k8s.io', kind: hooks.kind },
      jqPathExpressions: ['.webhooks[].clientConfig.caBundle'],
    },
  ];
  const ignoring = place(application('it', 0, { ignoreDifferences }));

  it('stay where Argo CD ignores all of them', () => {
    expect(drawnFieldsStay(ignoring, { it: facts({ objects: [hooks, secret] }) })).toEqual([]);
  });

  it('are named where it does not', () => {
    const heals = place(application('it', 0));
    expect(drawnFieldsStay(heals, { it: facts({ objects: [secret] }) })).toEqual([
      'production/here: Secret certificate of it generates /data/tls.key, and Argo CD does not ignore it',
    ]);
    const drawn = ['/spec/conversion/webhook/clientConfig/caBundle'];
    expect(
      drawnFieldsStay(ignoring, { it: facts({ definitions: [{ ...towers, drawn }] }) }),
    ).toEqual([
      'production/here: CustomResourceDefinition towers.towers.example of it generates /spec/conversion/webhook/clientConfig/caBundle, and Argo CD does not ignore it',
    ]);
  });

  it('are named where a hook brings them', () => {
    const hook = { ...secret, hook: { hook: 'pre-install' } };
    expect(drawnFieldsStay(ignoring, { it: facts({ objects: [hook] }) })).toEqual([
      'production/here: Secret certificate of it is a hook, and generates /data/tls.key',
    ]);
  });
});

describe('a webhook that fails closed', () => {
  const hook = (name: string, apiGroups: readonly string[], more: object = {}) => ({
    ...{ name, failurePolicy: 'Fail' as const, rules: [{ apiGroups, resources: ['x'] }] },
    ...{ service: { name: 'it', namespace: 'its', port: 443 }, ...more },
  });
  const lock = (...webhooks: readonly ReturnType<typeof hook>[]): ChartsLock => ({
    it: facts({ objects: [{ apiVersion: 'v1', kind: 'Hooks', name: 'all', webhooks }] }),
  });
  const here = place(application('it', 0));

  it.each([
    ['Services', ['']],
    ['Deployments', ['apps']],
    ['Ingresses', ['networking.k8s.io']],
  ])('is named when it is asked about all %s', (_, groups) => {
    expect(webhooksStopNothing(here, lock(hook('all', groups)))).toEqual([
      'production/here: webhook all of it fails closed for every object of a kind of Kubernetes itself',
    ]);
  });

  it('may come before its own kinds, before labelled objects, and with a reason', () => {
    const fine = [
      hook('own', ['towers.example']),
      hook('labelled', [''], { objectSelector: { matchLabels: { ask: 'me' } } }),
      hook('vingress.elbv2.k8s.aws', ['networking.k8s.io']),
    ];
    expect(webhooksStopNothing(here, lock(...fine))).toEqual([]);
  });
});
