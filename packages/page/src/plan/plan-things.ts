import type { RenderedFleet } from '@bizflow/proofs';
import {
  type Inventory,
  inventoryOf,
  objectsIn,
  type Placed,
  resourcesIn,
} from '../data/inventory.ts';

/** What comes and what goes between two sides. */
export interface PlanThings {
  /** Everything that is no longer rendered. */
  readonly gone: Inventory;
  /** What was not rendered before, by place, kind and name. */
  readonly fresh: readonly (readonly [place: string, kind: string, name: string])[];
}

type Rendered = Pick<RenderedFleet, 'manifests' | 'plans'>;

/** Compares what differs: a file with the same text on both sides is passed over, and so is the same plan. */
export const planThings = (before: Rendered, after: Rendered): PlanThings => {
  const [older, newer] = [without(before, after), without(after, before)];
  const [was, is] = [older, newer].map(
    ({ manifests, plans }) => new Map([...objectsIn(manifests), ...resourcesIn(plans)].map(keyed)),
  ) as [Map<string, Placed>, Map<string, Placed>];
  const isGone = (one: Placed): boolean => !is.has(keyed(one)[0]);
  return {
    gone: inventoryOf({
      manifests: Object.fromEntries(
        Object.entries(older.manifests).filter(([path, text]) =>
          objectsIn({ [path]: text }).some(isGone),
        ),
      ),
      plans: older.plans.map((plan) => ({
        ...plan,
        resources: plan.resources.filter((one) =>
          resourcesIn([{ ...plan, resources: [one] }]).some(isGone),
        ),
      })),
    }),
    fresh: [...is].flatMap(([key, { place, kind, name }]) =>
      was.has(key) ? [] : [[place, kind, name] as const],
    ),
  };
};

const keyed = (one: Placed) => [JSON.stringify([one.place, one.kind, one.name]), one] as const;

const without = ({ manifests, plans }: Rendered, other: Rendered): Rendered => ({
  manifests: Object.fromEntries(
    Object.entries(manifests).filter(([path, text]) => other.manifests[path] !== text),
  ),
  plans: plans.filter((plan) => !other.plans.includes(plan)),
});
