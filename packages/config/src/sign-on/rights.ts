import { freeze } from '@bizflow/kernel';
import type { GroupName } from './groups.ts';

/** One thing that members of a group may do in Argo CD: a line of its RBAC. */
export interface Right {
  readonly resource: 'applications' | 'applicationsets' | 'logs' | 'projects';
  readonly action: string;
  /** `<project>/<Application>`, or a project. */
  readonly object: string;
}

const reads: readonly Right[] = [
  { resource: 'applications', action: 'get', object: '*/*' },
  { resource: 'applicationsets', action: 'get', object: '*/*' },
  { resource: 'projects', action: 'get', object: '*' },
  { resource: 'logs', action: 'get', object: 'workloads/*' },
];

/**
 * What each group may do, beside what the project of services gives to approvers. No group opens a shell,
 * changes an Application or a project, or syncs another commit than that of the branch.
 */
export const rights: Readonly<Record<GroupName, readonly Right[]>> = freeze({
  approvers: reads,
  developers: reads,
  platform: [
    ...reads,
    // To sync is also to end an operation that hangs.
    { resource: 'applications', action: 'sync', object: 'platform/*' },
    { resource: 'applications', action: 'sync', object: 'default/root' },
  ],
});
