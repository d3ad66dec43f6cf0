import { isObject } from '@bizflow/kernel';
import { type Manifest, namesUnder, valuesUnder } from './manifests.ts';

/** A file of SQL that pods of a cluster apply, and what starts them. */
export interface Migration {
  readonly sql: string;
  /** Where it is: the file of the ConfigMap, and its key. */
  readonly at: string;
  /** The Jobs that no release waits for. */
  readonly jobs: readonly Manifest[];
  /** The analyses of a release. */
  readonly templates: readonly Manifest[];
}

/** Every file of SQL in a cluster that a script beside it applies. */
export const migrationsIn = (all: readonly Manifest[]): readonly Migration[] =>
  all
    .filter(({ kind }) => kind === 'ConfigMap')
    .flatMap((map) => {
      const files = Object.entries(map.data ?? {});
      const scripts = files.filter(([name]) => name.endsWith('.sh')).map(([, text]) => text);
      return files
        .filter(([name]) => scripts.some((text) => text.includes(`--file="\${0%/*}/${name}"`)))
        .map(([name, sql]) => ({
          sql,
          at: `${map.file} ${name}`,
          jobs: mounting(map, all, 'Job'),
          templates: mounting(map, all, 'AnalysisTemplate'),
        }));
    });

const mounting = (map: Manifest, all: readonly Manifest[], kind: string): readonly Manifest[] =>
  all.filter(
    (one) =>
      one.kind === kind &&
      one.metadata.namespace === map.metadata.namespace &&
      namesUnder('configMap', one.spec).includes(map.metadata.name) &&
      valuesUnder('command', one.spec).some(
        (command) => Array.isArray(command) && command[0] === 'sh' && /\.sh$/.test(command[1]),
      ),
  );

/** The Rollouts whose first step waits for one of these analyses. */
export const waitingFor = (
  templates: readonly Manifest[],
  all: readonly Manifest[],
): readonly Manifest[] =>
  all.filter(({ kind, metadata, spec }) => {
    if (kind !== 'Rollout') return false;
    const [steps] = valuesUnder('steps', spec);
    const first: unknown = Array.isArray(steps) ? steps[0] : undefined;
    const waited = isObject(first) ? valuesUnder('templateName', first.analysis) : [];
    return templates.some(
      (template) =>
        template.metadata.namespace === metadata.namespace &&
        waited.includes(template.metadata.name),
    );
  });
