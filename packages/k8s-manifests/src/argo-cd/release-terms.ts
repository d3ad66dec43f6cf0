import type { Cluster } from '@bizflow/config';
import { groupInToken } from '@bizflow/config/names';
import { approvers, freezes } from '@bizflow/config/release';
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';

/**
 * A freeze lets no automatic sync begin; a hotfix may still be synced by hand. A sync that is under way comes to
 * its end: held by the window it would hold off the one by hand as well (argo-cd#26215).
 */
export const freezeWindows = ({
  environment,
}: Cluster): NonNullable<IAppProject['spec']['syncWindows']> =>
  freezes
    .filter(({ environments }) => environments.includes(environment.name))
    .map(({ schedule, durationHours, timeZone }) => ({
      kind: 'deny',
      schedule,
      duration: `${durationHours}h`,
      timeZone,
      applications: ['*'],
      manualSync: true,
      syncOverrun: true,
    }));

const actions = approvers.actions.map((action) => `action/argoproj.io/Rollout/${action}`);

/** Who may let a release of a project go on. */
export const releaseApprover = (cluster: Cluster, project: string) => ({
  name: 'release-approver',
  description: 'May resume, abort and retry a rollout, and sync; may change nothing',
  groups: [groupInToken(cluster, 'approvers')],
  policies: [...approvers.verbs, ...actions].map(
    (action) => `p, proj:${project}:release-approver, applications, ${action}, ${project}/*, allow`,
  ),
});
