import {
  all,
  type Draft,
  type Plants,
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
export const releasePlants: Plants = {
  'release/canary': {
    'another variable of a pod': withObject(rollout, (draft) =>
      container(draft).env.push({ name: 'NEW', value: '1' }),
    ),
    'another label of a pod': withObject(rollout, (draft) => {
      draft.spec.template.metadata.labels['bizflow.io/compliance'] = 'OTHER';
    }),
  },
  'release/image': {
    'another digest, with the tag and the day of its push': all(
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
  'release/arrival': {
    'a new Rollout': withNew('services/api', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { name: 'planted', namespace: 'bizflow-api' },
      spec: { template: { metadata: { labels: {} }, spec: { containers: [] } } },
    }),
  },
  'release/departure': {
    'a service whose folder goes': withoutObject(/services\/whatsapp-worker\/.*\.yaml$/),
  },
  'release/policy': {
    'another weight of a step': withObject(rollout, (draft) => {
      const step = draft.spec.strategy.canary.steps.find((one: Draft) => one.setWeight === 5);
      step.setWeight = 7;
    }),
  },
  'release/restart': {
    'another configuration of a collector': withObject(
      /opentelemetrycollector-edge\.yaml$/,
      (draft) => {
        draft.spec.image = 'elsewhere';
      },
    ),
    "another template of a controller's Deployment": {
      older: withNew('platform/telemetry', deployment('1')),
      newer: withNew('platform/telemetry', deployment('2')),
    },
  },
  'release/controller': {
    'another version of a chart': withObject(/application-karpenter\.yaml$/, (draft) => {
      const [source] = [draft.spec.source ?? draft.spec.sources].flat();
      source.targetRevision = '99.0.0';
    }),
  },
  'release/configuration': {
    'a ConfigMap that changes in place': withObject(/configmap-aws-logging\.yaml$/, (draft) => {
      draft.data.planted = 'value';
    }),
  },
  'release/wave': {
    'another sync wave': withObject(rollout, (draft) => {
      draft.metadata.annotations['argocd.argoproj.io/sync-wave'] = '30';
    }),
  },
  'release/judge': {
    'another judge beside the old one': withNew('services/api', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AnalysisTemplate',
      metadata: { name: 'error-ratio-00000000', namespace: 'bizflow-api' },
      spec: { metrics: [] },
    }),
  },
  'release/health': {
    'a probe that asks another path': withObject(rollout, (draft) => {
      container(draft).readinessProbe.httpGet.path = '/other';
    }),
    'a load balancer that asks another path': withObject(
      /services\/api\/ingress-api\.yaml$/,
      (draft) => {
        draft.metadata.annotations['alb.ingress.kubernetes.io/healthcheck-path'] = '/other';
      },
    ),
  },
  'release/traffic': {
    'an Ingress that takes another path': withObject(
      /services\/api\/ingress-api\.yaml$/,
      (draft) => {
        draft.spec.rules[0].http.paths[0].path = '/other';
      },
    ),
  },
  'release/delivery': {
    'an Application that no longer deletes what left Git': withObject(
      /bootstrap\/application-.*\.yaml$/,
      (draft) => {
        draft.spec.syncPolicy = { automated: { prune: false } };
      },
    ),
    'a new Application': withNew('bootstrap', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'planted', namespace: 'argocd' },
      spec: {},
    }),
  },
  'release/in-place': {
    'another description of an alarm': withResource('aws_cloudwatch_metric_alarm', (draft) => {
      draft.alarm_description = 'other';
    }),
  },
  'release/job': {
    'a Job that tries again more often': withObject(/services\/api\/job-.*\.yaml$/, (draft) => {
      draft.spec.backoffLimit += 1;
    }),
  },
};

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
