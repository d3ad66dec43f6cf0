import { type Explained, lintRules } from '@bizflow/terraform-checks';
import { expect, it } from 'vitest';
import explained from '../../checks/explained-findings.json' with { type: 'json' };
import { asWorkload } from './as-workload.ts';
import { kubeScoreFindings, kubeScorePassed } from './kube-score.ts';

const rollout = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { name: 'api', namespace: 'bizflow-api' },
  spec: {
    selector: { matchLabels: { app: 'api' } },
    strategy: { canary: {} },
    template: { metadata: { labels: { app: 'api' } } },
  },
};

it('shows a linter the Deployment that a Rollout is, with the same pods', () => {
  const { metadata, spec } = rollout;
  expect(asWorkload(rollout)).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: { selector: spec.selector, template: spec.template },
  });
});

it('scales what it shows, and shows everything else as it is', () => {
  const scaleTargetRef = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'api' };
  const scaler = { kind: 'HorizontalPodAutoscaler', metadata: { name: 'api' } };
  expect(asWorkload({ ...scaler, spec: { scaleTargetRef, maxReplicas: 2 } })).toMatchObject({
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' } },
  });
  const service = { kind: 'Service', metadata: { name: 'api' }, spec: {} };
  expect(asWorkload(service)).toBe(service);
});

it('gives a collector the probes that its operator would, and only those', () => {
  const collector = (extensions: object) => ({
    kind: 'OpenTelemetryCollector',
    metadata: { name: 'edge', namespace: 'observability' },
    spec: { image: 'collector:v1', config: { extensions } },
  });
  const probed = JSON.stringify(asWorkload(collector({ health_check: {} })));
  expect(probed).toContain('livenessProbe');
  expect(JSON.stringify(asWorkload(collector({})))).not.toContain('Probe');
});

const scored = (grade: number, skipped = false) => ({
  type_meta: { kind: 'Deployment' },
  object_meta: { name: 'api', namespace: 'bizflow-api' },
  checks: [
    { check: { id: 'container-resources' }, grade, skipped, comments: [{ summary: 'no limit' }] },
  ],
});

it('takes what kube-score calls critical, and neither warnings nor what it skips', () => {
  const text = JSON.stringify([scored(1), scored(5), scored(10), scored(1, true)]);
  expect(kubeScoreFindings(text)).toEqual([
    { id: 'container-resources', at: 'Deployment.bizflow-api.api', message: 'no limit' },
  ]);
  expect(kubeScorePassed(text)).toBe(1);
});

it('reports a finding without an explanation, and an explanation without a finding', () => {
  const known: readonly Explained[] = explained;
  const findings = known.map(({ id, at }) => ({ id, at: at.replace('*', 'x'), message: '' }));
  const codes = (found: typeof findings) =>
    lintRules(found, known, () => true).map(({ code }) => code);
  expect(codes(findings)).toEqual([]);
  expect(codes([...findings, { id: 'privileged', at: 'Deployment.a.b', message: '' }])).toEqual([
    'FINDING',
  ]);
  expect(codes(findings.slice(1))).toEqual(['FINDING_STALE']);
});
