import type { Cluster, Fleet } from '@bizflow/config';
import { handWritten } from './folders.ts';

/** A value as Terraform's JSON syntax has it; a string may contain `${...}`. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value };

/** The blocks of a file in Terraform's JSON syntax (Terraform, "JSON Configuration Syntax"). */
export type Blocks = { readonly [block: string]: Value };

/** A file of a root module. */
export interface RootFile {
  readonly path: string;
  readonly body: Blocks;
}

/** A file of a root before it is known of which: its name without an extension, and its content. */
export interface Part {
  readonly name: string;
  readonly body: Blocks;
}

/** A call of a hand-written module. It has its own file, named like the module. */
export interface ModuleCall {
  /** The module's folder below `terraform/modules`: `workload-roles`. */
  readonly module: string;
  /** Its inputs, by the names of its variables. */
  readonly inputs: Blocks;
  /** What else belongs to the call: outputs of the root, variables, ephemeral values. */
  readonly beside?: Blocks;
}

/** The edge policy of a load balancer behind CloudFront, as another renderer makes it. */
export interface OriginAcl {
  readonly ruleJson: string;
  /** Headers whose values never reach a log. */
  readonly redactedHeaders: readonly string[];
}

/** What makes a call of a cluster's root. */
export type Call = (cluster: Cluster, fleet: Fleet, originAcl: OriginAcl) => ModuleCall;

/** How a root names a call: `workload_roles`. */
const callName = (module: string): string => module.replaceAll('-', '_');

/** An output of another call of the same root: `${module.vpc.vpc_id}`. */
export const outputOf = (module: string, output: string): string =>
  `\${module.${callName(module)}.${output}}`;

/** An input of the root itself: `${var.administrator_cidrs}`. */
export const variableOf = (name: string): string => `\${var.${name}}`;

/** Literal text: in Terraform's JSON syntax a string is a template. */
export const literal = (text: string): string =>
  text.replaceAll('${', '$${').replaceAll('%{', '%%{');

/** The call as a part of the root in this folder. */
export const callPart = (folder: string, { module, inputs, beside }: ModuleCall): Part => ({
  name: module,
  body: {
    ...beside,
    module: { [callName(module)]: { source: handWritten(folder, `modules/${module}`), ...inputs } },
  },
});

/** Parts as the files of the root in this folder. */
export const filesOf = (folder: string, parts: readonly Part[]): readonly RootFile[] =>
  parts.map(({ name, body }) => ({ path: `${folder}/${name}.tf.json`, body }));
