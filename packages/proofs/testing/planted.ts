import type { Plan, Resource, Values } from '@bizflow/terraform-plan';
import type { RenderedFleet } from '../src/rendered-fleet.ts';

/** New values of a resource, or undefined where it is taken away. */
export type Change = (values: Values, address: string) => Values | undefined;

/** A plan in which the resources of some types are changed. */
export const changedPlan = (plan: Plan, type: RegExp, change: Change): Plan => ({
  ...plan,
  resources: plan.resources.flatMap((one): readonly Resource[] => {
    if (!type.test(one.type)) return [one];
    const values = change(one.values, one.address);
    return values === undefined ? [] : [{ ...one, values }];
  }),
});

/** The rendered fleet with one root's plan changed, wherever a proof looks at it. */
export const withPlan = (rendered: RenderedFleet, root: string, change: (plan: Plan) => Plan) => {
  const swap = (plan: Plan): Plan => (plan.root === root ? change(plan) : plan);
  return {
    ...rendered,
    plans: rendered.plans.map(swap),
    planned: rendered.planned.map(({ cluster, plan }) => ({ cluster, plan: swap(plan) })),
  };
};
