import type { Manifest } from '@bizflow/config';
import type { ClusterFolder } from '../fleet/folders.ts';

/** An Application of a cluster whose source is a chart. */
export interface ChartSource {
  readonly application: string;
  readonly chart: string;
  readonly version: string;
  readonly repository: string;
  readonly release: string;
  readonly namespace: string;
  readonly values: object;
}

interface Spec {
  readonly destination: { readonly namespace: string };
  readonly source?: {
    readonly chart?: string;
    readonly repoURL: string;
    readonly targetRevision: string;
    readonly helm?: { readonly releaseName?: string; readonly valuesObject?: object };
  };
}

/** Every chart that a cluster's `bootstrap/` names, with the values that it is rendered with. */
export const chartSources = ({ files }: ClusterFolder): readonly ChartSource[] =>
  files.filter(({ body }) => body.kind === 'Application').flatMap(({ body }) => sourceOf(body));

function sourceOf({ metadata, spec }: Manifest): readonly ChartSource[] {
  const { destination, source } = spec as Spec;
  if (source?.chart === undefined) return [];
  return [
    {
      application: metadata.name,
      chart: source.chart,
      version: source.targetRevision,
      repository: source.repoURL,
      release: source.helm?.releaseName ?? metadata.name,
      namespace: destination.namespace,
      values: source.helm?.valuesObject ?? {},
    },
  ];
}
