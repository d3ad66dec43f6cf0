import type { Cluster } from '@bizflow/config';
import { stepTimeouts } from '@bizflow/config/recovery';
import type { Condition, Step } from '../runbook.ts';

/** Like `run`, for a command that asks questions: it keeps the terminal. */
export const talk = `talk() {
  say "+ $*"
  [ "$dry" = yes ] || "$@" || die 'the command failed'
}`;

/** Terraform recreates what one module of a region's root owns; it asks before it changes anything. */
export const applyRoot = ({ id }: Cluster, module: string, condition: Condition): Step => ({
  title: `Recreate ${module} of ${id} with Terraform`,
  why: 'Terraform shows its plan and asks before it changes anything.',
  commands: [
    `run terraform -chdir=terraform/environments/${id} init -input=false`,
    `talk terraform -chdir=terraform/environments/${id} apply -target=${module}`,
  ],
  condition,
  timeoutSeconds: stepTimeouts.terraform,
});
