import type { RenderedFleet } from '@bizflow/proofs';
import { managed, type Plan, type Resource } from '@bizflow/terraform-plan';
import { fieldChanges } from './field.ts';
import type { FieldChange } from './field-change.ts';

/** One resource that a Terraform root makes, destroys, or makes otherwise. */
export interface ResourceChange {
  /** `production/eu-west-2`: the root below `terraform/environments/`. */
  readonly place: string;
  readonly address: string;
  readonly type: string;
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
  readonly fields: readonly FieldChange[];
}

/** The managed resources in which the roots of two sides differ. */
export const resourceChanges = (
  before: RenderedFleet,
  after: RenderedFleet,
): readonly ResourceChange[] =>
  changedRoots(before, after).flatMap(({ root, was, is }) => {
    const old = byAddress(was);
    const current = byAddress(is);
    return [...new Set([...old.keys(), ...current.keys()])].sort().flatMap((address) => {
      const [one, other] = [old.get(address), current.get(address)];
      const type = (other ?? one)?.type ?? '';
      const fields = fieldChanges(valuesOf(one), valuesOf(other));
      if (fields.length === 0) return [];
      return [{ place: placeOfRoot(root), address, type, before: one, after: other, fields }];
    });
  });

/** `environments/production/eu-west-2` is the root of `production/eu-west-2`. */
export const placeOfRoot = (root: string): string => root.replace(/^environments\//, '');

/** A root with its plan on each side. */
export interface ChangedRoot {
  readonly root: string;
  readonly was: Plan | undefined;
  readonly is: Plan | undefined;
}

/** Roots that are not one and the same plan on both sides. */
export const changedRoots = (
  before: RenderedFleet,
  after: RenderedFleet,
): readonly ChangedRoot[] => {
  const [was, is] = [before, after].map(
    ({ plans }) => new Map(plans.map((plan) => [plan.root, plan])),
  );
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
    .sort()
    .map((root) => ({ root, was: was?.get(root), is: is?.get(root) }))
    .filter((one) => one.was !== one.is);
};

const byAddress = (plan: Plan | undefined): ReadonlyMap<string, Resource> =>
  new Map(plan && managed(plan).map((resource) => [resource.address, resource]));

const valuesOf = (resource: Resource | undefined) => resource?.values;
