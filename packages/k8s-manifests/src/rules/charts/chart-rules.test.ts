import { globSync, readFileSync } from 'node:fs';
import { clusters } from '@bizflow/config';
import { describe, expect, it } from 'vitest';
import { type Anything, at, broken, type Draft } from '../../../testing/planted.ts';
import { committed } from '../../../testing/rendered.ts';
import { clusterFiles } from '../../files.ts';
import { cpuOfReleases } from '../capacity-rules.ts';
import { objectsOf } from '../objects.ts';
import { releasesOf } from '../release.ts';
import { chartRules } from './chart-rules.ts';

const fleet = clusters(committed).map((cluster) => ({
  id: cluster.id,
  cluster,
  files: clusterFiles(cluster, committed),
}));

it.each(fleet)('finds nothing in $id as it is committed', ({ cluster, files }) => {
  expect(chartRules(cluster, files, committed.charts)).toEqual([]);
});

/** What a case breaks: the files of a cluster, or what its charts render. */
interface Case extends Draft {
  charts: Anything;
}

const [{ cluster, files } = { cluster: undefined, files: [] }] = fleet;
if (cluster === undefined) throw new RangeError('no cluster');

const planted = (breakage: (draft: Case) => unknown) => {
  const charts = structuredClone(committed.charts);
  const left = broken(files, (draft) => breakage(Object.assign(draft, { charts })));
  return chartRules(cluster, left, charts);
};

const rendered = ({ charts }: Case, chart: string): Anything[] =>
  charts[chart].rendered.flatMap((one: Anything) => one.objects);
const objectOf = (draft: Case, chart: string, kind: string): Anything =>
  rendered(draft, chart).find((object) => object.kind === kind);
const pod = (draft: Case, chart: string): Anything => objectOf(draft, chart, 'Deployment').pod;
const application = (draft: Draft, chart: string) => at(draft, `/application-${chart}.yaml`);
const wave = (draft: Draft, chart: string, number: number) => {
  application(draft, chart).metadata.annotations['argocd.argoproj.io/sync-wave'] = String(number);
};
const podLabels = (draft: Draft, chart: string) =>
  application(draft, chart).spec.syncPolicy.managedNamespaceMetadata.labels;
const hooks = (draft: Case): Anything =>
  objectOf(draft, 'aws-load-balancer-controller', 'ValidatingWebhookConfiguration').webhooks;
/** A Job of the release of `api`, with a pod like the release's own. */
const releaseJob = (draft: Draft, change: (container: Anything) => unknown) => {
  const judge = draft.files.find(({ path }) => path.includes('/api/analysistemplate-'));
  const spec = structuredClone(at(draft, '/rollout-api.yaml').spec.template.spec);
  change(spec.containers[0]);
  judge?.body.spec.metrics.push({ provider: { job: { spec: { template: { spec } } } } });
};
const platform = (draft: Draft) => at(draft, '/appproject-platform.yaml').spec;

/** What the releases of this cluster request at full scale, of the architecture of all nodes. */
const objects = objectsOf(cluster, files);
const releasesCpu = cpuOfReleases(releasesOf(objects), objects).get('arm64');

type Planted = readonly [string, (draft: Case) => unknown, ...(readonly string[])];

const cases: readonly Planted[] = [
  ['a chart without an inventory', (d) => delete d.charts['metrics-server'], 'CHART_NOT_PINNED'],
  [
    'another chart',
    (d) => (application(d, 'metrics-server').spec.source.chart = 'metric-server'),
    'CHART_NAME',
  ],
  [
    'another repository',
    (d) =>
      (application(d, 'metrics-server').spec.source.repoURL = 'https://charts.example.com/metrics'),
    'CHART_REPOSITORY',
  ],
  [
    'another version',
    (d) => (application(d, 'metrics-server').spec.source.targetRevision = '3.14.0'),
    'CHART_VERSION',
  ],
  [
    'another value',
    (d) => (application(d, 'metrics-server').spec.source.helm.valuesObject.replicas = 3),
    'CHART_VALUES',
  ],
  ['a chart that nothing installs', (d) => (d.charts.old = d.charts.calico), 'CHART_UNUSED'],
  [
    'an operator without its definitions',
    (d) => (d.charts['calico-crds'].rendered[0].definitions = []),
    ...['CHART_DEFINITION', 'CHART_DEFINITION'],
  ],
  [
    'definitions in the wave of what needs them',
    (d) => wave(d, 'calico-crds', -14),
    ...['CHART_DEFINITION', 'CHART_DEFINITION'],
  ],
  [
    'a resource of ours without a definition',
    (d) => (at(d, '/ec2nodeclass-graviton.yaml').kind = 'Class'),
    'DEFINITION_LATE',
  ],
  [
    'a pod that restricted refuses',
    (d) => (pod(d, 'aws-load-balancer-controller').podSecurity = 'baseline'),
    'POD_SECURITY',
  ],
  [
    'a stricter label than the pods can pass',
    (d) => (podLabels(d, 'calico')['pod-security.kubernetes.io/enforce'] = 'baseline'),
    ...['POD_SECURITY', 'POD_SECURITY'],
  ],
  [
    'a pod of ours that may become root',
    (d) => delete at(d, '/rollout-api.yaml').spec.template.spec.containers[0].securityContext,
    'POD_SECURITY',
  ],
  [
    "a release's Job that may become root",
    (d) => releaseJob(d, (one) => delete one.securityContext),
    'POD_SECURITY',
  ],
  [
    "a release's Job from another registry",
    (d) => releaseJob(d, (one) => (one.image = 'example.com/psql:17')),
    'IMAGE_UNREACHABLE',
  ],
  [
    'a controller among the workloads',
    (d) => (podLabels(d, 'metrics-server')['bizflow.io/plane'] = 'workloads'),
    ...['POD_POLICY', 'POD_POLICY'],
  ],
  [
    "the Redis of Argo CD's own chart",
    (d) =>
      rendered(d, 'argo-cd').flatMap((one) =>
        (one.pod?.containers ?? [])
          .filter(({ name }: Anything) => name === 'redis')
          .map((own: Anything) => (own.image = 'ecr-public.aws.com/docker/library/redis:8')),
      ),
    'IMAGE_UNREACHABLE',
  ],
  [
    'a collector from another registry',
    (d) => (at(d, '/opentelemetrycollector-edge.yaml').spec.image = 'example.com/otel:1'),
    'IMAGE_UNREACHABLE',
  ],
  [
    'an image without a host',
    (d) => (pod(d, 'external-dns').containers[0].image = 'busybox:latest'),
    'IMAGE_UNREACHABLE',
  ],
  [
    'no right to webhooks',
    (d) => {
      platform(d).clusterResourceWhitelist = platform(d).clusterResourceWhitelist.filter(
        ({ kind }: Anything) => kind !== 'APIService',
      );
    },
    'CHART_CLUSTER_KIND',
  ],
  [
    'an object in a namespace of others',
    (d) => (objectOf(d, 'karpenter', 'ServiceAccount').namespace = 'bizflow-api'),
    'CHART_NAMESPACE',
  ],
  [
    'a webhook that fails closed for no reason',
    (d) => (hooks(d)[0].name = 'vnew.elbv2.k8s.aws'),
    ...['WEBHOOK_CLOSED', 'WEBHOOK_UNKNOWN'],
  ],
  [
    'a webhook on every Service',
    (d) => {
      hooks(d)[0].rules = [{ apiGroups: [''], resources: ['services'], operations: ['CREATE'] }];
      hooks(d)[0].objectSelector = undefined;
    },
    'WEBHOOK_BOOTSTRAP',
  ],
  [
    'a webhook on an object of its own chart',
    (d) =>
      d.charts['aws-load-balancer-controller'].rendered[0].objects.push({
        apiVersion: 'elbv2.k8s.aws/v1beta1',
        kind: 'IngressClassParams',
        name: 'alb',
      }),
    'WEBHOOK_OWN_OBJECT',
  ],
  [
    'a container without requests',
    (d) => delete pod(d, 'argo-rollouts').containers[0].resources,
    'CONTAINER_REQUESTS',
  ],
  [
    'a request of memory alone',
    (d) => delete pod(d, 'argo-rollouts').containers[0].resources.requests.cpu,
    'CONTAINER_REQUESTS',
  ],
  [
    'controllers larger than their nodes',
    (d) => (pod(d, 'karpenter').containers[0].resources.requests = { cpu: '6', memory: '64Gi' }),
    ...['CONTROLLERS_ROOM', 'CONTROLLERS_ROOM'],
  ],
  [
    'node pools for releases alone',
    (d) => (at(d, '/nodepool-graviton-on-demand.yaml').spec.limits.cpu = String(releasesCpu)),
    'CONTROLLERS_AND_RELEASES',
  ],
  [
    'a certificate that Argo CD heals',
    (d) => delete application(d, 'aws-load-balancer-controller').spec.ignoreDifferences,
    ...Array.from({ length: 11 }, () => 'DRAWN_HEALED'),
  ],
  [
    'a converting definition whose authority is healed',
    (d) =>
      (d.charts['opentelemetry-operator'].rendered[0].definitions[0].drawn = [
        '/spec/conversion/webhook/clientConfig/caBundle',
      ]),
    'DRAWN_HEALED',
  ],
  [
    'a certificate that a hook brings',
    (d) => (objectOf(d, 'argo-cd', 'Job').drawn = ['/data/tls.key']),
    'DRAWN_BY_HOOK',
  ],
  [
    'a field of an object that is not there',
    (d) =>
      application(d, 'aws-load-balancer-controller').spec.ignoreDifferences.push({
        ...{ group: '', kind: 'Secret', name: 'other' },
        jsonPointers: ['/data'],
      }),
    'IGNORED_NOTHING',
  ],
];

describe('planted,', () => {
  it.each(cases.map(([what, breakage, ...codes]) => ({ what, breakage, codes })))(
    '$what is named',
    ({ breakage, codes }) => {
      const found = planted(breakage).map(({ code }) => code);
      expect(found.toSorted()).toEqual(codes.toSorted());
    },
  );

  it('is each code that a rule can report', () => {
    const folder = new URL('.', import.meta.url).pathname;
    const codes = globSync('*-rules.ts', { cwd: folder }).flatMap(
      (name) => readFileSync(folder + name, 'utf8').match(/'[A-Z]+(_[A-Z]+)+'/g) ?? [],
    );
    const reported = cases.flatMap(([, , ...expected]) => expected.map((code) => `'${code}'`));
    expect(codes.length).toBeGreaterThan(15);
    expect([...new Set(codes)].filter((code) => !reported.includes(code))).toEqual([]);
  });
});
