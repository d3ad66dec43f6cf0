import { schemaRules } from '@bizflow/k8s-manifests';
import { type Problem, problem, valueAt } from '@bizflow/kernel';
import type { SchemaObject } from 'ajv';
import { modelOf, modelSchemas } from './core-models.ts';
import { type CrdPin, type CrdSources, crdFile } from './crd-file.ts';
import { customSchema } from './custom-resource.ts';
import { checkVersion, type KubernetesPin, type VersionReport } from './kubernetes-api.ts';
import { manifestFiles, type TypedFile } from './manifest-files.ts';
import { type Check, compiler } from './validator.ts';

/** What could not be checked, which tool is missing, and why. */
export interface Skip {
  readonly tool: 'crds' | 'go';
  readonly what: string;
  readonly why: string;
}

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
    skips: [...skips(kinds), ...versionSkips(versions)],
    versions: versions.filter(({ checked }) => checked > 0).map(({ version }) => version),
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
  const reason = 'has no schema';
  return {
    files,
    problem: problem({
      code: 'KIND_UNCHECKED',
      at: files[0]?.path ?? '',
      value: name,
      reason,
      remedy,
    }),
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

// Kubernetes' own objects, and the pods in a custom resource: Kubernetes runs them too.
const coreFiles = ({ files, pin }: Kind): readonly TypedFile[] =>
  pin === undefined
    ? files
    : Object.entries(pin.holds ?? {})
        .filter(([, model]) => model === 'V1PodTemplateSpec')
        .flatMap(([pointer]) =>
          files.map(({ path, body }) => ({ path, body: podTemplate(valueAt(body, pointer)) })),
        );

const podTemplate = (template: unknown) => ({
  ...{ apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 'template' } },
  template,
});

// One reason for all, as a rule: Go is missing, or its module proxy.
const versionSkips = (versions: readonly VersionReport[]): readonly Skip[] =>
  [...Map.groupBy(versions, ({ skip }) => skip)].flatMap(([skip, reports]) =>
    skip === undefined
      ? []
      : [
          {
            tool: 'go',
            what: `Kubernetes ${reports.map(({ version }) => version).join(', ')}`,
            why: skip,
          },
        ],
  );

function skips(kinds: readonly Kind[]): readonly Skip[] {
  const custom = kinds.filter(({ pin }) => pin !== undefined);
  const missing = custom.filter(({ unavailable }) => unavailable !== undefined);
  const [first] = missing;
  if (missing.length > 1 && missing.length === custom.length) {
    return [{ tool: 'crds', what: 'custom resources', why: `${first?.unavailable}` }];
  }
  return missing.map(({ pin, unavailable }) => ({
    tool: 'crds',
    what: `${pin?.kind}`,
    why: `${unavailable}`,
  }));
}
