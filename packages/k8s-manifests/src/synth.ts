import type { Manifest } from '@bizflow/config';
import { once } from '@bizflow/kernel';
import { ApiObject, type ApiObjectProps, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { wavesFrom } from './waves.ts';

/** What one Application of Argo CD applies. */
export interface OrderedChart {
  readonly chart: Chart;
  /** What is in sync wave 0; a chart without it has no waves. */
  readonly zero?: Construct;
}

/** A place for objects that are in no namespace, with the labels of the chart that it is in. */
export const clusterWide = (scope: Construct): Chart =>
  new Chart(scope, 'cluster-wide', { labels: Chart.of(scope).labels });

/** What every typed custom resource has, whichever package its type comes from. */
interface CustomResource {
  readonly apiVersion: string;
  readonly kind: string;
}

/** A custom resource under the type that its own package gives it. */
export const customResource = <T extends CustomResource>(
  scope: Construct,
  id: string,
  object: T,
): ApiObject => new ApiObject(scope, id, object as unknown as ApiObjectProps);

/**
 * The objects of a chart as plain data, with what they inherit from it, and with the sync waves that
 * follow from the dependencies in it.
 */
export const manifestsOf = ({ chart, zero }: OrderedChart): readonly Manifest[] => {
  const waveOf = zero === undefined ? () => ({}) : wavesFrom(zero);
  return chart.node
    .findAll()
    .filter((construct) => ApiObject.isApiObject(construct))
    .map((object) => plain(object as ApiObject, waveOf(object)));
};

/**
 * What cdk8s's own `toJson` gives, without its two walks through each value for tokens and lazy
 * values that no renderer here makes (docs/decisions/0043). synth.test.ts compares the two.
 */
const plain = (object: ApiObject, wave: Annotations): Manifest => {
  const props = given(object);
  const { manifest } = object.constructor as TypedConstruct;
  const metadata = metadataOf(object, props.metadata, wave);
  if (manifest === undefined) return { ...props, metadata };
  const { apiVersion, kind, ...body } = manifest({ ...props, metadata: undefined });
  return { apiVersion, kind, metadata, ...body };
};

// In the order of the alphabet, in which they are written.
const metadataOf = (
  { name, chart, metadata: { namespace } }: ApiObject,
  own: ApiObjectProps['metadata'],
  wave: Annotations,
): Manifest['metadata'] => {
  const labels = own?.labels ? { ...inherited(chart), ...own.labels } : inherited(chart);
  const annotations = own?.annotations ? { ...wave, ...own.annotations } : wave;
  return {
    // The API server drops an empty map, and Argo CD would compare one that is not there.
    ...(Object.keys(annotations).length > 0 && { annotations }),
    ...(own?.finalizers && { finalizers: own.finalizers }),
    labels,
    name,
    ...(namespace !== undefined && { namespace }),
  };
};

type Annotations = Readonly<Record<string, string>>;

/** The class of a core kind: it turns its own typed properties into plain data. */
interface TypedConstruct {
  readonly manifest?: (props: object) => Pick<Manifest, 'apiVersion' | 'kind'> & object;
}

// `props` is private to cdk8s: only its slow `toJson` reads it.
const given = (object: ApiObject): ApiObjectProps =>
  (object as unknown as { readonly props: ApiObjectProps }).props;

// `Chart.labels` copies its labels each time.
const inherited = once((chart: Chart): Annotations => chart.labels);
