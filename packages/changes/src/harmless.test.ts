import { own } from '@bizflow/proofs/testing';
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { expect, it } from 'vitest';
import type { Draft } from '../testing/planted.ts';
import { compared } from './change.ts';
import { objectIn } from './difference/objects.ts';
import { kindOf } from './effect.ts';
import { effectsOf } from './effects.ts';

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const paths = (kind: RegExp): readonly string[] =>
  Object.keys(own.manifests).filter((path) => kind.test(path.split('/').at(-1) ?? ''));

interface Harmless {
  readonly path: string;
  readonly change: (draft: Draft) => void;
}

const of = (kind: RegExp, change: (draft: Draft, text: string, number: number) => void) =>
  fc.tuple(fc.constantFrom(...paths(kind)), word, fc.integer({ min: 1, max: 500 })).map(
    ([path, text, number]): Harmless => ({
      path,
      change: (draft) => change(draft, text, number),
    }),
  );

/** Changes of objects that no sync can stumble over, and after which nothing is gone. */
const ofObjects: fc.Arbitrary<Harmless> = fc.oneof(
  of(/./, (draft, text) => {
    draft.metadata.labels = { ...draft.metadata.labels, [`example.com/${text}`]: text };
  }),
  of(/./, (draft, text) => {
    draft.metadata.annotations = { ...draft.metadata.annotations, [`example.com/${text}`]: text };
  }),
  of(/^horizontalpodautoscaler-/, (draft, _, number) => {
    draft.spec.maxReplicas = number;
  }),
  of(/^rollout-/, (draft, text) => {
    draft.spec.template.spec.containers[0].env.push({ name: text.toUpperCase(), value: text });
  }),
  of(/^rollout-/, (draft, _, number) => {
    draft.spec.progressDeadlineSeconds = number;
  }),
  of(/^resourcequota-/, (draft, _, number) => {
    draft.spec.hard.pods = `${number}`;
  }),
  of(/^ingress-/, (draft, text) => {
    draft.spec.rules[0].http.paths.push({ path: `/${text}`, pathType: 'Prefix' });
  }),
  of(/^job-/, (draft, text) => {
    // Argo CD makes a hook again, so that nothing of it is kept.
    draft.metadata.annotations['argocd.argoproj.io/hook'] = 'Sync';
    draft.spec.template.spec.containers[0].image = text;
  }),
  of(/^configmap-aws-logging/, (draft, text) => {
    draft.data[text] = text;
  }),
);

it('names no danger in 200 changes of objects that have none', () => {
  fc.assert(
    fc.property(ofObjects, ({ path, change }) => {
      const before = own.manifests[path] ?? '';
      const draft = structuredClone(objectIn(before));
      change(draft);
      const side = (text: string) => ({
        ...own,
        plans: [],
        planned: [],
        manifests: { [path]: text },
      });
      const { effects, unjudged } = effectsOf(compared(side(before), side(dump(draft))));
      expect(unjudged).toEqual([]);
      expect(effects.filter((one) => kindOf(one) === 'dangers')).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

const [root] = own.plans.filter(({ root: name }) => /^environments\/production\/[^/]+$/.test(name));
const attributes: readonly (readonly [type: string, attribute: string])[] = [
  ['aws_cloudwatch_metric_alarm', 'threshold'],
  ['aws_cloudwatch_metric_alarm', 'evaluation_periods'],
  ['aws_cloudwatch_log_group', 'retention_in_days'],
  ['aws_db_instance', 'backup_retention_period'],
  ['aws_db_instance', 'allocated_storage'],
  ['aws_eks_node_group', 'tags'],
  ['aws_subnet', 'tags'],
];

it('names no danger in 100 changes of attributes that the provider changes in place', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...attributes),
      fc.integer({ min: 1, max: 99 }),
      ([type, name], number) => {
        if (root === undefined) throw new RangeError('production has a root');
        const resources = root.resources.filter((one) => one.type === type).slice(0, 1);
        const value = name === 'tags' ? { Name: `${number}` } : 1000 + number;
        const changed = resources.map((one) => ({
          ...one,
          values: { ...one.values, [name]: value },
        }));
        const side = (some: typeof resources) => ({
          ...own,
          planned: [],
          manifests: {},
          plans: [{ ...root, resources: some, calls: [], outputs: {} }],
        });
        const { effects, unjudged } = effectsOf(compared(side(resources), side(changed)));
        expect(unjudged).toEqual([]);
        expect(effects.filter((one) => kindOf(one) === 'dangers')).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});
