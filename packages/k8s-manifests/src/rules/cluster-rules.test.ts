import { readdirSync, readFileSync } from 'node:fs';
import { clusters } from '@bizflow/config';
import { clusterIn, loner } from '@bizflow/config/testing';
import { describe, expect, it } from 'vitest';
import { at, broken, canary, type Draft, without } from '../../testing/planted.ts';
import { committed } from '../../testing/rendered.ts';
import { clusterFiles } from '../files.ts';
import { clusterRules } from './cluster-rules.ts';

const fleet = clusters(committed).map((cluster) => ({
  id: cluster.id,
  cluster,
  files: clusterFiles(cluster, committed),
}));
const subject = (id: string) => {
  const found = fleet.find((candidate) => candidate.id === id);
  if (found === undefined) throw new RangeError(`no cluster ${id}`);
  return found;
};
const production = subject(clusterIn('production', loner.id).id);
const staging = subject(clusterIn('staging').id);

it.each(fleet)('finds nothing in $id as it is committed', ({ cluster, files }) => {
  expect(clusterRules(cluster, files)).toEqual([]);
});

it('finds nothing where a dedicated tenant has its plane', () => {
  const quota = { pods: 10, cpu: 4, memoryGi: 8 };
  const tenant = { name: 'acme', country: loner.country, region: loner.id, quota };
  const files = clusterFiles(production.cluster, { ...committed, tenants: [tenant] });
  expect(files.length).toBeGreaterThan(production.files.length);
  expect(clusterRules(production.cluster, files)).toEqual([]);
});

/** How many files of the services in production are of one of these kinds: one a service at least. */
const inServices = (...kinds: readonly string[]): number =>
  production.files.filter(
    ({ path, body }) => path.includes('/services/') && kinds.includes(body.kind),
  ).length;

it('has a Rollout, its proof and its secrets for each service', () => {
  for (const kind of ['Namespace', 'Rollout', 'AnalysisTemplate', 'ExternalSecret']) {
    expect([kind, inServices(kind)]).toEqual([kind, committed.services.length]);
  }
});

type Planted = readonly [string, (draft: Draft) => unknown, ...(readonly string[])];

const judgeFile = (draft: Draft): string =>
  draft.files.find(({ path }) => path.includes('/services/api/analysistemplate-error-ratio-'))
    ?.path ?? '';
const judge = (draft: Draft) => at(draft, judgeFile(draft));
const template = (draft: Draft) => judge(draft).spec;
const container = (draft: Draft) => at(draft, '/rollout-api.yaml').spec.template.spec.containers[0];
const rule = (draft: Draft, name: string) =>
  at(draft, `/ingress-${name}.yaml`).spec.rules[0].http.paths[0].backend.service;
const workloads = (draft: Draft) => at(draft, '/appproject-workloads.yaml').spec;
const platform = (draft: Draft) => at(draft, '/appproject-platform.yaml').spec;
const wave = (draft: Draft, end: string, number: number) => {
  at(draft, end).metadata.annotations['argocd.argoproj.io/sync-wave'] = String(number);
};
const rollouts = (draft: Draft) =>
  at(draft, '/application-argo-rollouts.yaml').spec.source.helm.valuesObject.controller;

const notifiers = (draft: Draft) =>
  at(draft, '/application-argo-rollouts.yaml').spec.source.helm.valuesObject.notifications
    .notifiers;

const planted: readonly Planted[] = [
  [
    'a message whose token is in no Secret',
    (d) => Object.assign(notifiers(d), { 'service.x': 'token: $none' }),
    'MESSAGE_TOKEN',
  ],
  ['a different weight', (d) => (canary(d).steps[2].setWeight = 25), 'CANARY_STEPS'],
  ['a shorter hold', (d) => (canary(d).steps[4].pause.duration = '4m'), 'CANARY_STEPS'],
  ['no gate', (d) => canary(d).steps.splice(1, 1), 'CANARY_GATE', 'ANALYSIS_START'],
  [
    'a gate after the first users',
    (d) => canary(d).steps.push(...canary(d).steps.splice(1, 1)),
    ...['CANARY_GATE_LATE', 'ANALYSIS_START'],
  ],
  [
    'pods that follow a weight of zero',
    (d) => canary(d).steps.splice(1, 0, canary(d).steps.splice(3, 1)[0]),
    'CANARY_SCALE_EARLY',
  ],
  ['a starting step out of range', (d) => (canary(d).analysis.startingStep = 99), 'ANALYSIS_START'],
  ['a starting step one late', (d) => (canary(d).analysis.startingStep += 1), 'ANALYSIS_START'],
  ['no analysis', (d) => delete canary(d).analysis, 'ANALYSIS_MISSING'],
  [
    'an unknown template',
    (d) => (canary(d).analysis.templates[0].templateName = 'x'),
    'ANALYSIS_UNKNOWN',
  ],
  ['a template in another namespace', (d) => without(d, judgeFile(d)), 'ANALYSIS_UNKNOWN'],
  ['an argument not supplied', (d) => (canary(d).analysis.args = []), 'ANALYSIS_ARGUMENT'],
  [
    'an argument not declared',
    (d) => (template(d).args = []),
    ...['ANALYSIS_UNDECLARED', 'ANALYSIS_UNVERSIONED'],
  ],
  [
    'a first sample after the hold',
    (d) => (template(d).metrics[0].initialDelay = '5m'),
    ...['ANALYSIS_LATE', 'ANALYSIS_UNVERSIONED'],
  ],
  [
    'a first sample at no time',
    (d) => (template(d).metrics[0].initialDelay = 'soon'),
    ...['ANALYSIS_LATE', 'ANALYSIS_UNVERSIONED'],
  ],
  [
    'a query that Prometheus refuses',
    (d) => (template(d).metrics[0].provider.prometheus.query = 'sum(rate(requests_total)'),
    ...['ANALYSIS_QUERY', 'ANALYSIS_UNVERSIONED'],
  ],
  [
    'another region asked',
    (d) => (template(d).metrics[0].provider.prometheus.authentication.sigv4.region = 'x'),
    ...['ANALYSIS_REGION', 'ANALYSIS_UNVERSIONED'],
  ],
  [
    'a judge that changes under a release in flight',
    (d) => (template(d).metrics[0].failureLimit = 9),
    'ANALYSIS_UNVERSIONED',
  ],
  [
    'a judge that is pruned while a release is in flight',
    (d) => delete judge(d).metadata.annotations['argocd.argoproj.io/sync-options'],
    'ANALYSIS_UNVERSIONED',
  ],
  [
    'variables that change in place',
    (d) => container(d).envFrom.push({ configMapRef: { name: 'api' } }),
    'VERSION_READS_NEIGHBOUR',
    'NAME_UNKNOWN',
  ],
  [
    'one variable that changes in place',
    (d) => container(d).env.push({ name: 'X', valueFrom: { configMapKeyRef: { name: 'api' } } }),
    'VERSION_READS_NEIGHBOUR',
    'NAME_UNKNOWN',
  ],
  [
    'a file that changes in place',
    (d) => {
      const { volumes } = at(d, '/rollout-api.yaml').spec.template.spec;
      volumes.push({ name: 'x', projected: { sources: [{ configMap: { name: 'api' } }] } });
    },
    'VERSION_READS_NEIGHBOUR',
    'NAME_UNKNOWN',
  ],
  [
    'a target group that is not verified',
    (d) => {
      canary(d).analysis.args[0].valueFrom = {
        fieldRef: { fieldPath: 'status.alb.canaryTargetGroup' },
      };
      rollouts(d).extraArgs.shift();
    },
    'ANALYSIS_UNVERIFIED',
  ],
  [
    'ingress and ingresses',
    (d) => (canary(d).trafficRouting.alb.ingress = 'api'),
    'INGRESS_EITHER',
  ],
  [
    'neither of both',
    (d) => delete canary(d).trafficRouting.alb.ingresses,
    ...['INGRESS_EITHER', 'INGRESS_UNWEIGHED', 'INGRESS_UNWEIGHED'],
  ],
  [
    'an unknown Ingress',
    (d) => canary(d).trafficRouting.alb.ingresses.push('x'),
    'INGRESS_UNKNOWN',
  ],
  [
    'an Ingress without weights',
    (d) => canary(d).trafficRouting.alb.ingresses.pop(),
    'INGRESS_UNWEIGHED',
  ],
  [
    'no traffic routing',
    (d) => delete canary(d).trafficRouting,
    ...['INGRESS_UNWEIGHED', 'INGRESS_UNWEIGHED'],
  ],
  ['a rule past the root service', (d) => (rule(d, 'api').name = 'api-ping'), 'INGRESS_BACKEND'],
  [
    'a rule for nothing',
    (d) => (at(d, '/ingress-api-cdn.yaml').spec.rules = []),
    'INGRESS_BACKEND',
  ],
  ['a port by number', (d) => (rule(d, 'api-cdn').port = { number: 80 }), 'INGRESS_PORT'],
  [
    'an action in Git',
    (d) => {
      at(d, '/ingress-api.yaml').metadata.annotations[
        'alb.ingress.kubernetes.io/actions.api-root'
      ] = '{}';
    },
    'INGRESS_ACTION',
  ],
  ['an unknown class', (d) => without(d, '/ingressclass-alb-cdn.yaml'), 'INGRESS_CLASS'],
  ['a class that Rollouts does not watch', (d) => rollouts(d).extraArgs.pop(), 'INGRESS_CLASS'],
  [
    'stickiness for no time',
    (d) => (canary(d).trafficRouting.alb.stickinessConfig = { enabled: false, durationSeconds: 0 }),
    'STICKY_SECONDS',
  ],
  [
    'stickiness with ping-pong',
    (d) => (canary(d).trafficRouting.alb.stickinessConfig = { enabled: true, durationSeconds: 60 }),
    'STICKY_PING_PONG',
  ],
  [
    'a stable version that shrinks',
    (d) => (canary(d).dynamicStableScale = true),
    'STABLE_SCALE_DELAY',
  ],
  ['one service for both', (d) => (canary(d).pingPong.pongService = 'api-ping'), 'SERVICE_SHARED'],
  ['an unknown Service', (d) => without(d, '/service-api-pong.yaml'), 'SERVICE_UNKNOWN'],
  [
    'a port no service has',
    (d) => (canary(d).trafficRouting.alb.servicePort = 81),
    ...['SERVICE_PORT_UNKNOWN', 'SERVICE_PORT_UNKNOWN', 'SERVICE_PORT_UNKNOWN'],
  ],
  [
    'a port no pod opens',
    (d) => (at(d, '/service-api-ping.yaml').spec.ports[0].targetPort = 'web'),
    'SERVICE_TARGET',
  ],
  [
    'a service of other pods',
    (d) => (at(d, '/service-api-root.yaml').spec.selector = { app: 'x' }),
    'SERVICE_SELECTOR',
  ],
  [
    'an autoscaler of nothing',
    (d) => (at(d, '/horizontalpodautoscaler-api.yaml').spec.scaleTargetRef.name = 'x'),
    ...['RELEASE_AUTOSCALER', 'AUTOSCALER_TARGET'],
  ],
  [
    'an autoscaler of a Deployment',
    (d) => (at(d, '/horizontalpodautoscaler-api.yaml').spec.scaleTargetRef.kind = 'Deployment'),
    'AUTOSCALER_TARGET',
  ],
  ['a replica count', (d) => (at(d, '/rollout-api.yaml').spec.replicas = 3), 'RELEASE_REPLICAS'],
  [
    'a selector of nothing',
    (d) => (at(d, '/rollout-api.yaml').spec.selector = {}),
    'RELEASE_SELECTOR',
  ],
  [
    'a budget of other pods',
    (d) => (at(d, '/poddisruptionbudget-api.yaml').spec.selector.matchLabels = { app: 'x' }),
    'RELEASE_BUDGET',
  ],
  [
    'a quota of pods for one version',
    (d) => (at(d, '/resourcequota-api.yaml').spec.hard.pods = '89'),
    'QUOTA_FOR_CANARY',
  ],
  [
    'a quota of CPU for one version',
    (d) => (at(d, '/resourcequota-api.yaml').spec.hard['requests.cpu'] = '44999m'),
    'QUOTA_FOR_CANARY',
  ],
  [
    'nodes for one version',
    (d) => (at(d, '/nodepool-graviton-on-demand.yaml').spec.limits.cpu = '44'),
    'NODES_FOR_CANARY',
  ],
  [
    'nodes of another architecture',
    (d) =>
      (at(d, '/nodepool-graviton-on-demand.yaml').spec.template.spec.requirements[0].values = [
        'amd64',
      ]),
    'NODES_FOR_CANARY',
    'NODE_SELECTOR_UNMET',
  ],
  [
    'a component that no Application syncs',
    (d) => without(d, '/application-isolation.yaml'),
    'WAVE_NO_CARRIER',
    'WAVE_NO_CARRIER',
  ],
  [
    'a component before its controller',
    (d) => wave(d, '/application-secret-store.yaml', -40),
    'WAVE_CONTROLLER',
  ],
  [
    'services before the controllers',
    (d) => wave(d, '/applicationset-services.yaml', -30),
    // SecurityGroupPolicy is EKS's own; Rollouts, templates and copied secrets have to wait.
    ...Array.from(
      { length: inServices('Rollout', 'AnalysisTemplate', 'ExternalSecret') },
      () => 'WAVE_CONTROLLER',
    ),
  ],
  [
    'a kind without a controller',
    (d) => (at(d, '/tier-security.yaml').apiVersion = 'a.b/v1'),
    'WAVE_CONTROLLER',
    'PROJECT_CLUSTER_KIND',
  ],
  [
    'a component that does not wait for what brings its namespace',
    (d) => wave(d, '/application-argo-rollouts.yaml', -20),
    'WAVE_NAMESPACE',
    'WAVE_NAMESPACE',
    'WAVE_NAMESPACE',
  ],
  [
    'an object in a namespace that nothing brings',
    (d) => (at(d, '/configmap-aws-logging.yaml').metadata.namespace = 'kube-public'),
    'WAVE_NAMESPACE',
    'PROJECT_NAMESPACE',
  ],
  ['an Ingress before its Rollout', (d) => wave(d, '/ingress-api.yaml', 10), 'WAVE_RELEASE'],
  [
    'an autoscaler before its Rollout',
    (d) => wave(d, '/horizontalpodautoscaler-api.yaml', 0),
    'WAVE_RELEASE',
  ],
  [
    'something that waits for the release',
    (d) => wave(d, '/limitrange-api.yaml', 30),
    'WAVE_RELEASE',
  ],
  [
    'a hook after the release',
    (d) =>
      (at(d, '/limitrange-api.yaml').metadata.annotations['argocd.argoproj.io/hook'] = 'PostSync'),
    'WAVE_RELEASE',
  ],
  [
    'a hook that a revert would wait for',
    (d) => (at(d, '/limitrange-api.yaml').metadata.annotations['argocd.argoproj.io/hook'] = 'Sync'),
    'WAVE_RELEASE',
  ],
  [
    'a Job that a revert would wait for',
    (d) => Object.assign(at(d, '/limitrange-api.yaml'), { apiVersion: 'batch/v1', kind: 'Job' }),
    'WAVE_RELEASE',
  ],
  [
    'a demand that is not there',
    (d) => canary(d).steps.unshift({ analysis: { templates: [{ templateName: 'x' }] } }),
    ...['ANALYSIS_UNKNOWN', 'ANALYSIS_START'],
  ],
  [
    'a Job of a release that reads what changes in place',
    (d) => {
      const volumes = [{ name: 'sql', configMap: { name: 'tenant-isolation' } }];
      template(d).metrics.push({
        provider: { job: { spec: { template: { spec: { volumes } } } } },
      });
    },
    ...['VERSION_READS_NEIGHBOUR', 'ANALYSIS_UNVERSIONED', 'NAME_UNKNOWN'],
  ],
  [
    'a hook that comes with the release',
    (d) =>
      Object.assign(at(d, '/limitrange-api.yaml').metadata.annotations, {
        'argocd.argoproj.io/hook': 'Sync',
        'argocd.argoproj.io/sync-wave': '20',
      }),
    'WAVE_RELEASE',
  ],
  [
    'an unknown project',
    (d) => (at(d, '/application-isolation.yaml').spec.project = 'x'),
    'PROJECT_UNKNOWN',
  ],
  [
    'a source of another project',
    (d) => (at(d, '/application-karpenter.yaml').spec.source.repoURL = 'x'),
    'PROJECT_SOURCE',
  ],
  [
    'a destination of others',
    (d) => (at(d, '/application-karpenter.yaml').spec.destination.namespace = 'default'),
    'PROJECT_DESTINATION',
  ],
  [
    'another cluster',
    (d) => (at(d, '/application-karpenter.yaml').spec.destination.server = 'https://elsewhere'),
    'PROJECT_DESTINATION',
  ],
  ['rights in a service', (d) => (at(d, '/limitrange-api.yaml').kind = 'Secret'), 'PROJECT_KIND'],
  [
    "an object in another service's namespace",
    (d) => (at(d, '/limitrange-api.yaml').metadata.namespace = 'bizflow-whatsapp-worker'),
    'PROJECT_NAMESPACE',
  ],
  [
    'a platform object in a namespace of workloads',
    (d) => (at(d, '/configmap-aws-logging.yaml').metadata.namespace = 'bizflow-x'),
    'PROJECT_NAMESPACE',
    'WAVE_NAMESPACE',
  ],
  [
    'an unlisted namespace',
    (d) => (workloads(d).clusterResourceWhitelist = []),
    ...Array.from({ length: inServices('Namespace') }, () => 'PROJECT_CLUSTER_KIND'),
  ],
  [
    'an unlisted cluster-wide kind',
    (d) => platform(d).clusterResourceWhitelist.splice(-1, 1),
    ...['PROJECT_CLUSTER_KIND', 'PROJECT_CLUSTER_KIND'],
  ],
  [
    'another law',
    (d) => (at(d, '/limitrange-api.yaml').metadata.labels['bizflow.io/compliance'] = 'x'),
    'LABEL_OF_PLACE',
  ],
  [
    'no labels',
    (d) => delete at(d, '/tier-security.yaml').metadata.labels,
    ...Array.from({ length: 5 }, () => 'LABEL_OF_PLACE'),
  ],
  [
    'a namespace pruned without confirmation',
    (d) => delete at(d, '/namespace-observability.yaml').metadata.annotations,
    'PRUNE_UNCONFIRMED',
  ],
  [
    'a collector that samples early',
    (d) =>
      (at(d, '/opentelemetrycollector-edge.yaml').spec.config.processors.probabilistic_sampler =
        {}),
    'COLLECTOR_SAMPLES_EARLY',
  ],
  [
    'a collector that may not see a pod',
    (d) => (at(d, '/clusterrole-otel-edge-attributes.yaml').rules[0].resources = ['nodes']),
    'COLLECTOR_BLIND',
  ],
  [
    'a collector that the operator opens to every source',
    (d) => delete at(d, '/opentelemetrycollector-edge.yaml').spec.networkPolicy,
    'CONTROLLER_UNDOES',
  ],
  [
    'records of DNS that a controller writes over ours',
    (d) => at(d, '/application-external-dns.yaml').spec.source.helm.valuesObject.extraArgs.shift(),
    'CONTROLLER_UNDOES',
  ],
  [
    'log routing of 5301 characters',
    (d) => (at(d, '/configmap-aws-logging.yaml').data = { 'output.conf': 'x'.repeat(5301) }),
    'FARGATE_LOGGING_SIZE',
  ],
];

describe('planted in production,', () => {
  const cases = planted.map(([what, breakage, ...codes]) => ({ what, breakage, codes }));
  it.each(cases)('$what is named', ({ breakage, codes }) => {
    const files = broken(production.files, breakage);
    const found = clusterRules(production.cluster, files).map(({ code }) => code);
    expect(found.toSorted()).toEqual(codes.toSorted());
  });

  it('is each code that a rule can report', () => {
    const folder = new URL('.', import.meta.url);
    // Shown to fire beside it.
    const own = [
      'collector-rules.ts',
      'order-rules.ts',
      'placement-rules.ts',
      'reference-rules.ts',
      'schema-rules.ts',
      'signature-rules.ts',
      'undoing-rules.ts',
    ];
    const codes = readdirSync(folder)
      .filter((name) => /-rules\.ts$/.test(name) && !own.includes(name))
      .flatMap(
        (name) => readFileSync(new URL(name, folder), 'utf8').match(/'[A-Z]+(_[A-Z]+)+'/g) ?? [],
      );
    const reported = planted.flatMap(([, , ...expected]) => expected.map((code) => `'${code}'`));
    expect(new Set(codes).size).toBeGreaterThan(30);
    expect([...new Set(codes)].filter((code) => !reported.includes(code))).toEqual([]);
  });
});

it('requires no approval in staging, and reports one', () => {
  const files = broken(staging.files, (draft) => canary(draft).steps.splice(1, 0, { pause: {} }));
  const codes = clusterRules(staging.cluster, files).map(({ code }) => code);
  expect(codes).toEqual(['CANARY_GATE', 'ANALYSIS_START']);
});

it('says where, what and why, and what to do', () => {
  const files = broken(production.files, (draft) => {
    canary(draft).analysis.templates[0].templateName = 'eror-ratio';
  });
  const [problem] = clusterRules(production.cluster, files);
  const here = `gitops/${production.id}/`;
  expect({ ...problem, at: problem?.at.replace(here, '') }).toMatchInlineSnapshot(`
    {
      "at": "services/api/rollout-api.yaml#/spec/strategy/canary/analysis/templates",
      "code": "ANALYSIS_UNKNOWN",
      "reason": "is not an AnalysisTemplate in this namespace; Argo Rollouts would report this only during the release",
      "remedy": "render the template, or correct the name",
      "severity": "error",
      "value": "eror-ratio",
    }
  `);
});
