import { optionalModules } from '@bizflow/config/foundation';
import { type AccountTypes, asksNothing } from '@bizflow/config/permissions';
import type { Plan, Resource, Tree } from '@bizflow/terraform-plan';

/** A type that a root may contain: planned, or written in a module that it calls, behind a switch. */
export interface Contained {
  readonly root: string;
  readonly type: string;
  readonly mode: Resource['mode'];
  readonly place: Resource['place'];
  /** Undefined behind a switch that is off. */
  readonly values: Resource['values'] | undefined;
}

/** Everything that a root contains, switched on or off. */
export const containedIn = (plan: Plan, tree: Tree): readonly Contained[] => {
  const { root } = plan;
  const folders = new Set([root, ...plan.calls.map(({ folder }) => folder)]);
  const planned = plan.resources.map(({ type, mode, place: at, values }) => ({
    ...{ root, type, mode, place: at, values },
  }));
  const isPlanned = new Set(planned.map(({ mode, type }) => `${mode} ${type}`));
  const off = behindSwitches(plan, [...folders], tree).filter(
    ({ mode, type }) => !isPlanned.has(`${mode} ${type}`),
  );
  return [...planned, ...off].filter(({ type }) => !asksNothing.has(type));
};

/**
 * What a root does not contain now, and the role that applies it may still have to remove or to make: parts that
 * a fact turned off, and types that leave for good (decision 0077).
 */
export const goneFrom = (
  plan: Plan,
  tree: Tree,
  { makes }: AccountTypes,
  leaving: readonly string[],
): readonly Contained[] => [
  ...behindSwitches(
    plan,
    optionalModules.filter((one) => plan.calls.every(({ folder }) => folder !== one)),
    tree,
  ).filter(({ type }) => makes.includes(type)),
  ...leaving
    .filter((type) => makes.includes(type))
    .map((type) => ({
      ...{ root: plan.root, type, mode: 'managed' as const },
      ...{ place: plan.place, values: undefined },
    })),
];

const behindSwitches = (
  { root, place }: Plan,
  folders: readonly string[],
  tree: Tree,
): readonly Contained[] =>
  folders
    .flatMap((folder) => tree[folder]?.blocks ?? [])
    .map(({ mode, type }) => ({ root, type, mode, place, values: undefined }));
