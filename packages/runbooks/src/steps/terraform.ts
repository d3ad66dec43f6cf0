import type { Cluster } from '@bizflow/config';
import { patience } from '@bizflow/config/recovery';
import type { Condition, Step } from '../runbook.ts';

/** Like `run`, for a command that asks: it keeps the terminal. */
export const talk = `talk() {
  say "+ $*"
  [ "$dry" = yes ] || "$@" || die 'that failed'
}`;

/** Lets Terraform make again what one module of a region's root owns; it asks before it changes. */
export const applyRoot = ({ id }: Cluster, module: string, condition: Condition): Step => ({
  title: `Make ${module} of ${id} again with Terraform`,
  why: 'The root says what belongs there; Terraform shows its plan and asks before it changes anything.',
  commands: [
    `run terraform -chdir=terraform/environments/${id} init -input=false`,
    `talk terraform -chdir=terraform/environments/${id} apply -target=${module}`,
  ],
  condition,
  patienceSeconds: patience.terraform,
});
