import type { ClusterFolder } from '../../fleet/folders.ts';
import { E2eError } from '../../harness/e2e-error.ts';

type Config = Readonly<Record<string, unknown>>;

/** The configurations of a cluster's two collectors, as they are rendered. */
export interface Collectors {
  readonly edge: Config;
  readonly sampler: Config;
}

/** Reads both of a cluster's folder. */
export function collectorsOf({ id, files }: ClusterFolder): Collectors {
  const config = (name: string): Config => {
    const found = files.find(
      ({ body }) => body.kind === 'OpenTelemetryCollector' && body.metadata.name === name,
    );
    if (found === undefined) throw new E2eError(`${id} has no collector ${name}`);
    return (found.body.spec as { config: Config }).config;
  };
  return { edge: config('edge'), sampler: config('sampler') };
}
