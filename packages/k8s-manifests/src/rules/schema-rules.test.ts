import type { Manifest } from '@bizflow/config';
import { expect, it } from 'vitest';
import { cases } from '../../testing/rendered.ts';
import { schemaRules } from './schema-rules.ts';

const manifests = cases.flatMap((subject) => subject.manifests);
const sample = (kind: string): Manifest => {
  const found = manifests.find((manifest) => manifest.kind === kind);
  if (found === undefined) throw new RangeError(`no ${kind}`);
  return structuredClone(found);
};
/** A copy of the first object of a kind with another value at a pointer. */
const planted = (kind: string, pointer: string, value: unknown): Manifest => {
  const copy = sample(kind);
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Record<string, unknown>>(
    (inner, key) => inner[key] as Record<string, unknown>,
    copy as unknown as Record<string, unknown>,
  );
  holder[last] = value;
  return copy;
};

it.each([
  ['Rollout', '/spec/minReadySeconds', 'soon'],
  ['Rollout', '/spec/strategy/canary/steps/2/setWeight', '5'],
  ['Rollout', '/spec/template/spec/containers/0/ports/0/containerPort', '3000'],
  ['AnalysisTemplate', '/spec/metrics/0/provider/prometheus/timeout', '30s'],
  ['ExternalSecret', '/spec/target/creationPolicy', 'Owned'],
  ['HorizontalPodAutoscaler', '/spec/maxReplicas', '45'],
  ['Service', '/spec/ports/0/name', 20],
  ['NetworkPolicy', '/spec/policyTypes', 'Egress'],
  ['Namespace', '/metadata/labels/bizflow.io~1plane', true],
])('reports in a %s the wrong value at %s', (kind, pointer, value) => {
  const key = pointer.replaceAll('/bizflow.io~1plane', '/bizflow.io~1plane');
  const copy = pointer.includes('~1')
    ? { ...sample(kind), metadata: { name: 'a', labels: { 'bizflow.io/plane': value } } }
    : planted(kind, pointer, value);
  const problems = schemaRules(copy as Manifest, 'a.yaml');
  expect(problems).toContainEqual(
    expect.objectContaining({
      code: 'SCHEMA',
      severity: 'error',
      at: `a.yaml#${key}`,
      value: JSON.stringify(value),
    }),
  );
});

it('says what is wrong, where, and what was found there', () => {
  expect(
    schemaRules(planted('Rollout', '/spec/minReadySeconds', 'soon'), 'a.yaml'),
  ).toMatchInlineSnapshot(`
    [
      {
        "at": "a.yaml#/spec/minReadySeconds",
        "code": "SCHEMA",
        "reason": "must be integer",
        "remedy": "correct the renderer: the schema of argoproj.io/v1alpha1 Rollout does not allow this",
        "severity": "error",
        "value": ""soon"",
      },
    ]
  `);
});

it('reports a kind that it has no schema for', () => {
  const set = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'a' } };
  expect(schemaRules(set, 'a.yaml')).toMatchInlineSnapshot(`
    [
      {
        "at": "a.yaml",
        "code": "KIND_UNCHECKED",
        "reason": "has no schema",
        "remedy": "add its model to packages/k8s-manifests/src/rules/schema-rules.ts",
        "severity": "error",
        "value": "apps/v1 StatefulSet",
      },
    ]
  `);
});

it('reports a version that it has no schema for', () => {
  const old = { ...sample('ExternalSecret'), apiVersion: 'external-secrets.io/v1beta1' };
  expect(schemaRules(old, 'a.yaml').map(({ code }) => code)).toEqual(['KIND_UNCHECKED']);
});

it('reports every fault of an object at once', () => {
  const copy = sample('HorizontalPodAutoscaler');
  Object.assign(copy.spec as object, { maxReplicas: '60', minReplicas: '6' });
  expect(schemaRules(copy, 'a.yaml').map(({ at }) => at)).toEqual(
    expect.arrayContaining(['a.yaml#/spec/maxReplicas', 'a.yaml#/spec/minReplicas']),
  );
});

it('reports a missing part at the object that lacks it', () => {
  const bare = { ...sample('HorizontalPodAutoscaler'), spec: {} };
  expect(schemaRules(bare, 'a.yaml').map(({ at, value }) => [at, value])).toEqual([
    ['a.yaml#/spec', '{}'],
    ['a.yaml#/spec', '{}'],
  ]);
});

it('leaves a kind that no package describes to the check against its definition', () => {
  expect(schemaRules(sample('SecurityGroupPolicy'), 'a.yaml')).toEqual([]);
});
