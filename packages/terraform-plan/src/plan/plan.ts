import type { Value, Values } from '../expression/value.ts';
import type { Tree } from '../hcl/read.ts';
import type { Place } from './known-attributes.ts';
import { moduleWalk } from './module-walk.ts';
import type { ModuleCall, Resource } from './resource.ts';

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

/** Plans one root of a tree, with the values of its variables that a person gives by hand. */
export const planOf = (tree: Tree, root: string, given: Values = {}): Plan => {
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
  const walk = moduleWalk({ tree, note, resources, calls }, source, root, given);
  walk.force();
  const outputs: Record<string, Value> = {};
  for (const name of Object.keys(walk.outputs)) {
    note(`output.${name}`, () => {
      outputs[name] = walk.outputs[name] ?? null;
    });
  }
  return { root, place: walk.place, resources, calls, outputs, failures };
};
