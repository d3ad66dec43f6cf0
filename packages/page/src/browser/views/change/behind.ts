import type { ChangedFile } from '../../../plan/changed-files.ts';
import type { ChangedFact, PlanData } from '../../../plan/plan-data.ts';

/** What leads to an effect: the rendered lines, and the facts. */
export interface Behind {
  readonly files: readonly ChangedFile[];
  readonly facts: readonly ChangedFact[];
}

/** The changed files at the place of an effect, and the changed facts of the plan. */
export const behind = ({ at }: { readonly at: string }, { files, report }: PlanData): Behind => {
  // `gitops/....yaml#/spec/replicas`, `terraform/environments/production/global module.dns`.
  const [path = ''] = at.split(/[#\s]/);
  return {
    files: files.filter((file) => file.path === path || file.path.startsWith(`${path}/`)),
    facts: report.causes.facts,
  };
};
