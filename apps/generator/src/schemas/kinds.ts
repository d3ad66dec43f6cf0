import { type Problem, problem, valueAt } from '@bizflow/kernel';
import type { SchemaObject } from 'ajv';
import { modelOf } from './core-models.ts';
import { type CrdPin, type CrdSources, crdFile } from './crd-file.ts';
import { customSchema } from './custom-resource.ts';
import type { TypedFile } from './manifest-files.ts';

/** A kind as the folder uses it: its objects, and the schema if there is one to check them by. */
export interface Kind {
  readonly files: readonly TypedFile[];
  readonly pin?: CrdPin;
  readonly schema?: SchemaObject;
  readonly unavailable?: string;
  readonly problem?: Problem;
}

/** The objects of a kind, and the schema that they are checked by. */
export async function kindOf(
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
  return {
    files,
    problem: problem({
      code: 'KIND_UNCHECKED',
      at: files[0]?.path ?? '',
      value: name,
      reason: 'has no schema',
      remedy: 'pin its CustomResourceDefinition in apps/generator/checks/crds.json',
    }),
  };
}

/** Kubernetes' own objects, and the pods in a custom resource: Kubernetes runs them too. */
export const coreFiles = ({ files, pin }: Kind): readonly TypedFile[] =>
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
