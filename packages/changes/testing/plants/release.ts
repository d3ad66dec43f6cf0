import {
  all,
  type Draft,
  type Planted,
  withFacts,
  withNew,
  withObject,
  withoutObject,
  withResource,
} from '../planted.ts';

const rollout = /services\/api\/rollout-api\.yaml$/;
const digest = `sha256:${'1'.repeat(64)}`;
const container = (draft: Draft) => draft.spec.template.spec.containers[0];

/** Effects on releases. */
export const releasePlants: readonly Planted[] = [
  {
    rule: 'release/canary',
    what: 'another variable of a pod',
    newer: withObject(rollout, (draft) => container(draft).env.push({ name: 'NEW', value: '1' })),
  },
  {
    rule: 'release/canary',
    what: 'another label of a pod',
    newer: withObject(rollout, (draft) => {
      draft.spec.template.metadata.labels['bizflow.io/compliance'] = 'OTHER';
    }),
  },
  {
    rule: 'release/image',
    what: 'another digest, with the tag and the day of its push',
    newer: all(
      withObject(rollout, (draft) => {
        container(draft).image = container(draft).image.replace(/@.*/, `@${digest}`);
      }),
      withFacts((draft) => {
        const pinned = {
          tag: '2.0.0',
          digest,
          architectures: [],
          pushedAt: '2026-01-02T00:00:00Z',
        };
        Object.assign(draft.lock.images.production.api, pinned, { placeholder: false });
      }),
    ),
  },
  {
    rule: 'release/arrival',
    what: 'a new Rollout',
    newer: withNew('services/api', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { name: 'planted', namespace: 'bizflow-api' },
      spec: { template: { metadata: { labels: {} }, spec: { containers: [] } } },
    }),
  },
  {
    rule: 'release/departure',
    what: 'a service whose folder goes',
    newer: withoutObject(/services\/whatsapp-worker\/.*\.yaml$/),
  },
  {
    rule: 'release/policy',
    what: 'another weight of a step',
    newer: withObject(rollout, (draft) => {
      const step = draft.spec.strategy.canary.steps.find((one: Draft) => one.setWeight === 5);
      step.setWeight = 7;
    }),
  },
  {
    rule: 'release/restart',
    what: 'another configuration of a collector',
    newer: withObject(/opentelemetrycollector-edge\.yaml$/, (draft) => {
      draft.spec.image = 'elsewhere';
    }),
  },
  {
    rule: 'release/restart',
    what: "another template of a controller's Deployment",
    older: withNew('platform/telemetry', deployment('1')),
    newer: withNew('platform/telemetry', deployment('2')),
  },
  {
    rule: 'release/controller',
    what: 'another version of a chart',
    newer: withObject(/application-karpenter\.yaml$/, (draft) => {
      const [source] = [draft.spec.source ?? draft.spec.sources].flat();
      source.targetRevision = '99.0.0';
    }),
  },
  {
    rule: 'release/configuration',
    what: 'a ConfigMap that changes in place',
    newer: withObject(/configmap-aws-logging\.yaml$/, (draft) => {
      draft.data.planted = 'value';
    }),
  },
  {
    rule: 'release/wave',
    what: 'another sync wave',
    newer: withObject(rollout, (draft) => {
      draft.metadata.annotations['argocd.argoproj.io/sync-wave'] = '30';
    }),
  },
  {
    rule: 'release/judge',
    what: 'another judge beside the old one',
    newer: withNew('services/api', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AnalysisTemplate',
      metadata: { name: 'error-ratio-00000000', namespace: 'bizflow-api' },
      spec: { metrics: [] },
    }),
  },
  {
    rule: 'release/health',
    what: 'a probe that asks another path',
    newer: withObject(rollout, (draft) => {
      container(draft).readinessProbe.httpGet.path = '/other';
    }),
  },
  {
    rule: 'release/health',
    what: 'a load balancer that asks another path',
    newer: withObject(/services\/api\/ingress-api\.yaml$/, (draft) => {
      draft.metadata.annotations['alb.ingress.kubernetes.io/healthcheck-path'] = '/other';
    }),
  },
  {
    rule: 'release/traffic',
    what: 'an Ingress that takes another path',
    newer: withObject(/services\/api\/ingress-api\.yaml$/, (draft) => {
      draft.spec.rules[0].http.paths[0].path = '/other';
    }),
  },
  {
    rule: 'release/delivery',
    what: 'an Application that no longer deletes what left Git',
    newer: withObject(/bootstrap\/application-.*\.yaml$/, (draft) => {
      draft.spec.syncPolicy = { automated: { prune: false } };
    }),
  },
  {
    rule: 'release/in-place',
    what: 'another description of an alarm',
    newer: withResource('aws_cloudwatch_metric_alarm', (draft) => {
      draft.alarm_description = 'other';
    }),
  },
  {
    rule: 'release/delivery',
    what: 'a new Application',
    newer: withNew('bootstrap', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'planted', namespace: 'argocd' },
      spec: {},
    }),
  },
  {
    rule: 'release/job',
    what: 'a Job that tries again more often',
    newer: withObject(/services\/api\/job-.*\.yaml$/, (draft) => {
      draft.spec.backoffLimit += 1;
    }),
  },
];

function deployment(version: string): Draft {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'planted', namespace: 'observability' },
    spec: {
      selector: { matchLabels: { app: 'planted' } },
      template: { metadata: { labels: { app: 'planted', version } }, spec: { containers: [] } },
    },
  };
}
