import type { Plan } from '@bizflow/terraform-plan';
import { madeBy } from './made.ts';
import { neededBy } from './needed.ts';

/** What a root makes that others look for, and what it looks for that others make. */
export interface RootNames {
  readonly root: string;
  readonly made: ReadonlySet<string>;
  /** Each thing with the resource that needs it. */
  readonly needed: ReadonlyMap<string, string>;
}

/** The names at which a root meets others. */
export const rootNames = (plan: Plan): RootNames => ({
  root: plan.root,
  made: new Set(madeBy(plan.resources, plan)),
  needed: new Map(
    plan.resources.flatMap((one) =>
      (neededBy(one, plan) ?? []).map((thing) => [thing, one.address] as const),
    ),
  ),
});
