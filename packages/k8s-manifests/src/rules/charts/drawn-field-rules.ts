import type { ObjectFacts } from '@bizflow/config/charts';
import { type Problem, problem, unless } from '@bizflow/kernel';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { type ClusterObjects, groupOf } from '../objects.ts';
import { applied, type Charted, chartsOf, definitionObjects, inChart } from './charted.ts';

type Ignored = NonNullable<IApplication['spec']['ignoreDifferences']>[number];

/** The objects of a chart, its definitions among them. */
const allOf = (chart: Charted): readonly ObjectFacts[] => [
  ...applied(chart),
  ...definitionObjects(chart),
];

/**
 * What a chart generates at each rendering stays as first applied: Argo CD ignores every such field of an
 * Application or none would fit the others, and no hook brings one, because hooks are made again at each sync.
 */
export const drawnFieldsStay = (objects: ClusterObjects): readonly Problem[] =>
  chartsOf(objects).flatMap((chart) =>
    allOf(chart).flatMap((object) =>
      (object.drawn ?? []).flatMap((pointer) => {
        const at = `${inChart(chart, object)}${pointer}`;
        if (object.hook !== undefined) return [drawnByHook(at, object)];
        return unless(
          ignoredOf(chart).some((one) => isOf(one, object) && ignores(one, pointer)),
          {
            code: 'DRAWN_HEALED',
            at,
            value: object.kind,
            reason:
              'has another value at each rendering, and Argo CD would write it again at each refresh',
            remedy:
              'add it to owned-fields.ts with everything that must fit it, or give it an owner',
          },
        );
      }),
    ),
  );

const drawnByHook = (at: string, { hook }: ObjectFacts): Problem =>
  problem({
    code: 'DRAWN_BY_HOOK',
    at,
    value: hook?.hook,
    reason:
      'has another value at each rendering, and a hook writes it at each full sync, while related fields keep theirs',
    remedy: 'turn it off in controller-values.ts, or give it an owner',
  });

/** Each field that Argo CD leaves alone is a field of an object that the chart renders. */
export const ignoredFieldsExist = (objects: ClusterObjects): readonly Problem[] =>
  chartsOf(objects).flatMap((chart) =>
    ignoredOf(chart)
      .filter((one) => !allOf(chart).some((object) => isOf(one, object)))
      .map(({ group, kind, name }) =>
        problem({
          code: 'IGNORED_NOTHING',
          at: `${chart.application.path}#/spec/ignoreDifferences`,
          value: `${kind}.${group ?? ''} ${name ?? ''}`.trim(),
          reason: 'is a kind or name that the chart does not render',
          remedy: 'remove it from owned-fields.ts, or correct it',
        }),
      ),
  );

const ignoredOf = ({ application }: Charted): readonly Ignored[] =>
  application.body.spec.ignoreDifferences ?? [];

const isOf = ({ group = '', kind, name }: Ignored, object: ObjectFacts): boolean =>
  group === groupOf(object) && kind === object.kind && (name === undefined || name === object.name);

const ignores = (one: Ignored, pointer: string): boolean => {
  const path = pointer.replaceAll(/\/\d+(?=\/|$)/g, '[]').replaceAll('/', '.');
  return (
    (one.jsonPointers ?? []).some((at) => `${pointer}/`.startsWith(`${at}/`)) ||
    (one.jqPathExpressions ?? []).includes(path)
  );
};
