import { schemaProblems } from '@bizflow/k8s-manifests';
import { fault, type Problem } from '@bizflow/region-catalog';
import type { SchemaObject } from 'ajv';
import { modelOf } from './core-models.ts';
import { type CrdPin, type CrdSources, crdFile } from './crd-file.ts';
import { customSchema } from './custom-resource.ts';
import { manifestFiles, type TypedFile } from './manifest-files.ts';
import { cut } from './pointer.ts';
import { type Check, compiler } from './validator.ts';

/** What came of checking a folder of manifests. */
export interface SchemaReport {
  readonly problems: readonly Problem[];
  /** What could not be checked here, one sentence each. */
  readonly skips: readonly string[];
  readonly custom: number;
  readonly core: number;
  readonly skipped: number;
}

/** A kind as the folder uses it: its objects, and the schema if there is one to check them by. */
interface Kind {
  readonly files: readonly TypedFile[];
  readonly pin?: CrdPin;
  readonly schema?: SchemaObject;
  readonly unavailable?: string;
  readonly problem?: Problem;
}

/** Checks every object of a folder by the published schema of its kind, unknown fields refused. */
export async function checkManifests(
  folder: string,
  pins: readonly CrdPin[],
  sources: CrdSources,
): Promise<SchemaReport> {
  const { files, problems } = manifestFiles(folder);
  const byKind = Map.groupBy(files, ({ body }) => `${body.apiVersion} ${body.kind}`);
  const kinds = await Promise.all([...byKind].map((entry) => kindOf(...entry, pins, sources)));
  const compile = compiler();
  const found = kinds.flatMap((kind) => kind.problem ?? kindProblems(kind, compile));
  const count = (isIn: (kind: Kind) => boolean): number =>
    kinds.filter(isIn).reduce((sum, kind) => sum + kind.files.length, 0);
  return {
    problems: [...problems, ...found],
    skips: skips(kinds),
    custom: count(({ pin, schema }) => pin !== undefined && schema !== undefined),
    core: count(({ pin, schema }) => pin === undefined && schema !== undefined),
    skipped: count(({ unavailable }) => unavailable !== undefined),
  };
}

async function kindOf(
  name: string,
  files: readonly TypedFile[],
  pins: readonly CrdPin[],
  sources: CrdSources,
): Promise<Kind> {
  const pin = pins.find(({ apiVersion, kind }) => `${apiVersion} ${kind}` === name);
  if (pin === undefined) return coreKind(name, files);
  const file = await crdFile(pin, sources);
  return { files, pin, ...('text' in file ? customSchema(file.text, pin) : file) };
}

function coreKind(name: string, files: readonly TypedFile[]): Kind {
  const [apiVersion = '', kind = ''] = name.split(' ');
  const model = modelOf(apiVersion, kind);
  if (model !== undefined) return { files, schema: { $ref: model } };
  const remedy = 'pin its CustomResourceDefinition in apps/generator/checks/crds.json';
  const reason = 'has no schema to be checked by';
  return { files, problem: fault('KIND_UNCHECKED', files[0]?.path ?? '', name, reason, remedy) };
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
  schemaProblems({ metadata: { name: '' }, ...body }, path)
    .filter(({ at }) => !known.some((problem) => problem.at === at))
    .map((problem) => ({ ...problem, value: cut(problem.value) }));

function skips(kinds: readonly Kind[]): readonly string[] {
  const custom = kinds.filter(({ pin }) => pin !== undefined);
  const missing = custom.filter(({ unavailable }) => unavailable !== undefined);
  const [first] = missing;
  if (missing.length > 1 && missing.length === custom.length) {
    return [`custom resources (${first?.unavailable})`];
  }
  return missing.map(({ pin, unavailable }) => `${pin?.kind} (${unavailable})`);
}
