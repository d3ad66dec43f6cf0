import type { Fleet } from '@bizflow/config';
import { type Step, serviceLinkedRoles } from '@bizflow/config/order';
import { type Problem, problem } from '@bizflow/kernel';
import type { Plan } from '@bizflow/terraform-plan';
import { applied } from './applied.ts';
import { assignedBy, assignedIn } from './assigned.ts';
import { madeBy } from './made.ts';
import { neededBy } from './needed.ts';

/** A thing that an apply needs, and the one that needs it. */
export interface Need {
  readonly thing: string;
  readonly by: string;
  readonly root: string;
}

/** What the page's first two parts make, before any root. */
const before: readonly string[] = [
  'sharing within the organization',
  ...serviceLinkedRoles.map(({ service }) => `service-linked role of ${service}`),
];

const folder = (root: string): string => `environments/${root}`;

/** Whatever an apply needs before an earlier step has made it, and roots that no step applies whole. */
export const orderRules = (
  steps: readonly Step[],
  plans: readonly Plan[],
  fleet: Fleet,
): readonly Problem[] => [
  ...plans
    .filter(
      ({ root }) => !steps.some((one) => isWhole(one) && one.roots.map(folder).includes(root)),
    )
    .map(({ root }) =>
      problem({
        code: 'ORDER_ROOT_MISSING',
        at: root,
        value: 'missing',
        reason: 'no step applies this root as a whole',
        remedy: 'add it to a step in packages/config/src/order/',
      }),
    ),
  ...steps
    .flatMap(({ roots }) => roots)
    .filter((root) => !plans.some((plan) => plan.root === folder(root)))
    .map((root) =>
      problem({
        code: 'ORDER_ROOT_UNKNOWN',
        at: folder(root),
        value: 'unknown',
        reason: 'a step applies this root, and nothing renders it',
        remedy: 'take it out of its step in packages/config/src/order/',
      }),
    ),
  ...played(steps, plans, fleet).flatMap(({ problems }) => problems),
];

const isWhole = ({ targets }: Step): boolean => targets.length === 0;

interface Played {
  readonly needs: readonly Need[];
  readonly problems: readonly Problem[];
}

/** Plays the steps in order; the roots of one step are applied side by side. */
export function played(
  steps: readonly Step[],
  plans: readonly Plan[],
  fleet: Fleet,
): readonly Played[] {
  const there = new Set(before);
  return steps.map((step, index) => {
    const roots = step.roots.flatMap((root) => plans.filter((plan) => plan.root === folder(root)));
    const parts = roots.map((plan) => {
      const resources = applied(plan, step.targets);
      return { plan, resources, made: new Set(madeBy(resources, plan)) };
    });
    const tried = parts.map(({ plan, resources, made }) => {
      const needs = resources.flatMap((one) =>
        [
          ...(neededBy(one, plan) ?? [`a maker of ${one.type}`]),
          ...assignedIn(one.values, fleet.assigned),
        ].map((thing) => ({ thing, by: one.address, root: plan.root })),
      );
      return needs.filter(({ thing }) => !made.has(thing));
    });
    const needs = tried.flat();
    // An id of the root's own is in its policies only after a render: it is applied once more.
    const again = steps
      .slice(index + 1)
      .filter(isWhole)
      .flatMap(({ roots: later }) => later);
    const own = new Set(assignedBy(step, fleet.assigned));
    const problems = needs
      .filter(({ thing, root }) => !(own.has(thing) && again.map(folder).includes(root)))
      .filter(({ thing }) => !there.has(thing))
      .map(early);
    for (const { made } of parts) for (const thing of made) there.add(thing);
    for (const thing of [...step.makes, ...own]) there.add(thing);
    return { needs, problems };
  });
}

const early = ({ thing, by, root }: Need): Problem =>
  problem({
    code: 'ORDER_EARLY',
    at: root,
    value: by,
    reason: `needs ${thing}, and no earlier step makes it`,
    remedy: 'move the step that makes it before this one in packages/config/src/order/',
  });
