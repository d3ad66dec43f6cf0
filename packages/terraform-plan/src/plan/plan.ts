import type { Value, Values } from '../expression/value.ts';
import type { Tree } from '../hcl/read.ts';
import type { Place } from './known-attributes.ts';
import { moduleWalk } from './module-walk.ts';

/** One instance of a resource or data source, as far as a plan can tell it. */
export interface Resource {
  /** As Terraform writes it: `module.vpc.aws_subnet.private["a"]`. */
  readonly address: string;
  readonly mode: 'managed' | 'data' | 'ephemeral';
  readonly type: string;
  readonly values: Values;
  /** Where its provider acts. */
  readonly place: Place;
  /** The folder of the module that holds it. */
  readonly folder: string;
}

/** One call of a module. */
export interface ModuleCall {
  readonly address: string;
  readonly folder: string;
  readonly inputs: Values;
}

/** Something that cannot be planned. */
export interface Failure {
  readonly at: string;
  readonly why: string;
}

/** What Terraform would make of a root, without Terraform and without a provider. */
export interface Plan {
  readonly root: string;
  readonly place: Place;
  readonly resources: readonly Resource[];
  readonly calls: readonly ModuleCall[];
  readonly outputs: Readonly<Record<string, Value>>;
  readonly failures: readonly Failure[];
}

/** Plans one root of a tree. */
export const planOf = (tree: Tree, root: string): Plan => {
  const resources: Resource[] = [];
  const calls: ModuleCall[] = [];
  const failures: Failure[] = [];
  const note = (at: string, work: () => unknown): void => {
    try {
      work();
    } catch (error) {
      failures.push({ at, why: error instanceof Error ? error.message : String(error) });
    }
  };
  const source = tree[root];
  if (source === undefined) throw new Error(`there is no root ${root}`);
  const walk = moduleWalk({ tree, note, resources, calls }, source, root);
  walk.force();
  const outputs: Record<string, Value> = {};
  for (const name of Object.keys(walk.outputs)) {
    note(`output.${name}`, () => {
      outputs[name] = walk.outputs[name] ?? null;
    });
  }
  return { root, place: walk.place, resources, calls, outputs, failures };
};
