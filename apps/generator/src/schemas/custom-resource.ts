import { type Problem, problem } from '@bizflow/kernel';
import type { SchemaObject } from 'ajv';
import { parse } from 'yaml';
import type { CrdPin } from './crd-file.ts';
import { closedSchema, type StructuralSchema } from './structural-schema.ts';

/** The part of a CustomResourceDefinition that says how its objects look. */
interface Crd {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly schema: { readonly openAPIV3Schema: StructuralSchema };
    }[];
  };
}

/** The schema of a kind's objects, or the problem that its definition does not serve the version. */
export function customSchema(text: string, pin: CrdPin): Schema {
  const { spec }: Crd = parse(text);
  const version = spec.versions.find(({ name }) => `${spec.group}/${name}` === pin.apiVersion);
  if (version?.served && spec.names.kind === pin.kind) {
    const root = version.schema.openAPIV3Schema;
    const closed = closedSchema({ ...root, 'x-kubernetes-embedded-resource': true });
    const held = Object.entries(pin.holds ?? {}).map(([pointer, model]) => at(pointer, model));
    return { schema: { allOf: [closed, ...held] } };
  }
  const name = `${pin.apiVersion} ${pin.kind}`;
  return {
    problem: problem({
      code: 'VERSION_NOT_SERVED',
      at: pin.path,
      value: name,
      reason: 'is not a served version of the pinned CustomResourceDefinition',
      remedy: 'render a version that is served, or pin a definition that serves this version',
    }),
  };
}

/** Looks up a Kubernetes model at a pointer. */
const at = (pointer: string, model: string): SchemaObject =>
  pointer
    .split('/')
    .slice(1)
    .reduceRight<SchemaObject>((inner, key) => ({ properties: { [key]: inner } }), { $ref: model });

type Schema = { readonly schema: SchemaObject } | { readonly problem: Problem };
