import {
  type ChartFacts,
  type DefinitionFacts,
  type ObjectFacts,
  type RenderedFacts,
  renderedWith,
} from '@bizflow/config/charts';
import { once } from '@bizflow/kernel';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { applicationWaves } from '../arrivals.ts';
import type { ClusterObjects, Found } from '../objects.ts';

/** An Application of a chart, and what its inventory says. */
interface Source {
  readonly application: Found<IApplication>;
  readonly facts: ChartFacts | undefined;
  readonly rendered: RenderedFacts | undefined;
}

/** A chart of a cluster whose inventory is of its version and its values. */
export interface Charted extends RenderedFacts {
  readonly name: string;
  readonly wave: number;
  readonly application: Found<IApplication>;
}

/** Every Application of a chart, current inventory or not. */
export const chartSources = once((objects: ClusterObjects): readonly Source[] =>
  objects
    .ofKind<IApplication>('Application')
    .filter(({ body }) => body.spec.source?.chart !== undefined)
    .map((application) => {
      const { name, body } = application;
      const facts = objects.charts[name];
      const values = body.spec.source?.helm?.valuesObject ?? {};
      return { application, facts, rendered: renderedWith(facts, objects.cluster, values) };
    }),
);

/** The charts whose inventory is current; each other one is a problem of its own. */
export const chartsOf = once((objects: ClusterObjects): readonly Charted[] => {
  const waves = applicationWaves(objects);
  return chartSources(objects).flatMap(({ application, facts, rendered }) =>
    rendered === undefined || facts?.version !== application.body.spec.source?.targetRevision
      ? []
      : [
          {
            ...rendered,
            name: application.name,
            wave: waves.get(application.name) ?? Number.NaN,
            application,
          },
        ],
  );
});

/** What Argo CD applies of a chart: it knows no tests (Argo CD, "Helm", hooks). */
export const applied = ({ objects }: RenderedFacts): readonly ObjectFacts[] =>
  objects.filter(({ hook }) => hook?.hook !== 'test');

/** Where an object of a chart is found in the lock. */
export const inChart = ({ name }: Charted, object: Pick<ObjectFacts, 'kind' | 'name'>): string =>
  `charts.lock.json/${name}/${object.kind}/${object.name}`;

/** `<Kind>.<group>` of a definition. */
export const definedKind = ({ name, kind }: DefinitionFacts): string =>
  `${kind}${name.slice(name.indexOf('.'))}`;

/** The definitions of a chart, as the objects that they are. */
export const definitionObjects = ({ definitions }: RenderedFacts): readonly ObjectFacts[] =>
  definitions.map(({ name, drawn }) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    name,
    ...(drawn && { drawn }),
  }));
