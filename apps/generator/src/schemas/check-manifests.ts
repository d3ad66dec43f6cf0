import { schemaRules } from '@bizflow/k8s-manifests';
import type { Problem } from '@bizflow/kernel';
import type { SchemaObject } from 'ajv';
import { modelSchemas } from './core-models.ts';
import type { CrdPin, CrdSources } from './crd-file.ts';
import { coreFiles, type Kind, kindOf } from './kinds.ts';
import { checkVersion, type KubernetesPin } from './kubernetes-api.ts';
import { manifestFiles, type TypedFile } from './manifest-files.ts';
import { kindSkips, type Skip, versionSkips } from './skips.ts';
import { type Check, compiler } from './validator.ts';

/** What came of checking a folder of manifests. */
export interface SchemaReport {
  readonly problems: readonly Problem[];
  /** What could not be checked here. */
  readonly skips: readonly Skip[];
  /** The versions of Kubernetes by whose own API the core objects were checked. */
  readonly versions: readonly string[];
  readonly custom: number;
  readonly core: number;
  readonly skipped: number;
}

/** The pins that a folder is checked by. */
export interface Pins {
  readonly crds: readonly CrdPin[];
  readonly kubernetes: readonly KubernetesPin[];
}

/** Checks every object of a folder by the published schema of its kind, unknown fields refused. */
export async function checkManifests(
  folder: string,
  { crds, kubernetes }: Pins,
  sources: CrdSources,
): Promise<SchemaReport> {
  const { files, problems } = manifestFiles(folder);
  const byKind = Map.groupBy(files, ({ body }) => `${body.apiVersion} ${body.kind}`);
  const kinds = await Promise.all([...byKind].map((entry) => kindOf(...entry, crds, sources)));
  const compile = compiler(modelSchemas());
  const found = kinds.flatMap((kind) => kind.problem ?? kindProblems(kind, compile));
  const core = kinds.flatMap(coreFiles);
  const versions = kubernetes.map((pin) => checkVersion(pin, core));
  const count = (isIn: (kind: Kind) => boolean): number =>
    kinds.filter(isIn).reduce((sum, kind) => sum + kind.files.length, 0);
  return {
    problems: [...problems, ...found, ...versions.flatMap((version) => version.problems)],
    skips: [...kindSkips(kinds), ...versionSkips(versions)],
    versions: versions.filter(({ checked }) => checked > 0).map(({ version }) => version),
    custom: count(({ pin, schema }) => pin !== undefined && schema !== undefined),
    core: count(({ pin, schema }) => pin === undefined && schema !== undefined),
    skipped: count(({ unavailable }) => unavailable !== undefined),
  };
}

function kindProblems({ files, pin, schema }: Kind, compile: (schema: SchemaObject) => Check) {
  if (schema === undefined) return [];
  const check = compile(schema);
  return files.flatMap(({ path, body }) => {
    const strict = check(body, path);
    return pin === undefined ? [...strict, ...modelProblems(body, path, strict)] : strict;
  });
}

// The closed models say nothing of required fields and enumerations: these validators do.
// Missing metadata has been reported by then; here it only satisfies the parameter's type.
const modelProblems = (body: TypedFile['body'], path: string, known: readonly Problem[]) =>
  schemaRules({ metadata: { name: '' }, ...body }, path).filter(
    ({ at }) => !known.some((problem) => problem.at === at),
  );
