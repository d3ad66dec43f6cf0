import { argoCd, builtInKinds, controllers } from '@bizflow/config/platform';
import { type Problem, unless } from '@bizflow/kernel';
import type { ICustomResourceDefinition } from 'kubernetes-models/apiextensions.k8s.io/v1/CustomResourceDefinition';
import { arrivals } from '../arrivals.ts';
import { isCustom, kindOf } from '../kinds.ts';
import { type ClusterObjects, groupOf } from '../objects.ts';
import { applied, type Charted, chartsOf, definedKind, inChart } from './charted.ts';

/**
 * Each custom resource comes after its definition: those that charts render, and our own. A definition comes with a
 * chart, from EKS, from the person who installs Argo CD, from a controller that makes it once it runs, or from here.
 */
export const definitionsComeFirst = (objects: ClusterObjects): readonly Problem[] => {
  const charts = chartsOf(objects);
  const known = new Map([...ownDefinitions(objects), ...definitionWaves(charts)]);
  return [...charts.flatMap((chart) => chartRules(chart, known)), ...ownRules(objects, known)];
};

/** The definitions that are rendered here, by the wave of their folder. */
const ownDefinitions = (objects: ClusterObjects): readonly (readonly [string, number])[] => {
  const arrives = arrivals(objects);
  return objects
    .ofKind<ICustomResourceDefinition>('CustomResourceDefinition')
    .map(({ path, body: { spec } }) => [
      `${spec.names.kind}.${spec.group}`,
      arrives(path.slice(0, path.lastIndexOf('/'))) ?? Number.POSITIVE_INFINITY,
    ]);
};

/** The first wave that has each kind's definition. */
const definitionWaves = (charts: readonly Charted[]): ReadonlyMap<string, number> => {
  const makers = new Map<string, readonly string[]>(
    controllers.map((controller) => [
      controller.name,
      'defines' in controller ? controller.defines : [],
    ]),
  );
  return new Map<string, number>([
    ...[...builtInKinds, ...argoCd.definitions.kinds].map((kind): [string, number] => [
      kind,
      Number.NEGATIVE_INFINITY,
    ]),
    ...charts
      .toSorted((a, b) => b.wave - a.wave)
      .flatMap(({ name, wave, definitions }) =>
        [...definitions.map(definedKind), ...(makers.get(name) ?? [])].map(
          (kind): [string, number] => [kind, wave],
        ),
      ),
  ]);
};

const remedy =
  'in controllers.ts, put the chart that brings it into `after`, or name who makes it in `defines`';

const chartRules = (chart: Charted, known: ReadonlyMap<string, number>): readonly Problem[] => {
  const own = chart.definitions.map(definedKind);
  return applied(chart)
    .filter((object) => isCustom(groupOf(object)))
    .flatMap((object) => {
      const kind = kindOf(object);
      const wave = known.get(kind) ?? Number.POSITIVE_INFINITY;
      return unless(own.includes(kind) || wave < chart.wave, {
        code: 'CHART_DEFINITION',
        at: inChart(chart, object),
        value: `wave ${chart.wave}`,
        reason: reasonOf(kind, known.get(kind)),
        remedy,
      });
    });
};

const ownRules = (
  objects: ClusterObjects,
  known: ReadonlyMap<string, number>,
): readonly Problem[] => {
  const arrives = arrivals(objects);
  return [...objects.folders].flatMap(([folder, files]) => {
    const wave = arrives(folder) ?? Number.NEGATIVE_INFINITY;
    return files
      .filter(({ body }) => isCustom(groupOf(body)))
      .flatMap(({ path, body }) => {
        const kind = kindOf(body);
        return unless((known.get(kind) ?? Number.POSITIVE_INFINITY) < wave, {
          code: 'DEFINITION_LATE',
          at: path,
          value: `wave ${wave}`,
          reason: reasonOf(kind, known.get(kind)),
          remedy,
        });
      });
  });
};

const reasonOf = (kind: string, wave: number | undefined): string =>
  wave === undefined
    ? `is applied, but no chart brings the definition of ${kind}`
    : `is applied before the definition of ${kind} is sure to be there, which comes in wave ${wave}`;
