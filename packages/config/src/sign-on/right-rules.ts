import { type Problem, problem } from '@bizflow/kernel';
import { approvers } from '../release/approvers.ts';
import { type Right, rights } from './rights.ts';

/** What a fact may say, and what it says. */
interface Said {
  readonly at: string;
  readonly value: string;
  readonly of: RegExp;
  readonly what: string;
  /** All of them, in words. */
  readonly known: string;
}

const allVerbs = 'get, create, update, delete, sync, action/..., *';
const allActions = 'resume, abort, retry, restart';
const allProjects = '*, platform, workloads, tenants, default, or one of these with a / and a name';

/** Actions of Argo CD's RBAC, and those of a Rollout that keep to its steps (Argo CD, "RBAC configuration"). */
const verbs = /^(get|create|update|delete|sync|action\/[\w./*-]+|\*)$/;
const rolloutActions = /^(resume|abort|retry|restart)$/;

/** The projects that each Argo CD has: k8s-manifests renders all but the last, which Argo CD brings. */
const projects = /^(\*|platform|workloads|tenants|default)(\/[\w*.-]+)?$/;

/** Each right is one that Argo CD knows, on a project that is there; no one may skip the steps of a release. */
export const rightRules = (
  ofGroups: Readonly<Record<string, readonly Right[]>> = rights,
  ofApprovers: {
    readonly verbs: readonly string[];
    readonly actions: readonly string[];
  } = approvers,
): readonly Problem[] =>
  [
    ...Object.entries(ofGroups).flatMap(([group, own]) =>
      own.flatMap(({ action, object }, index) => {
        const at = `signOn.rights.${group}[${index}]`;
        return [
          {
            at: `${at}.action`,
            value: action,
            of: verbs,
            what: 'an action of Argo CD',
            known: allVerbs,
          },
          {
            at: `${at}.object`,
            value: object,
            of: projects,
            what: 'in a project that Argo CD has',
            known: allProjects,
          },
        ];
      }),
    ),
    ...ofApprovers.verbs.map((value, index) => ({
      ...{ at: `release.approvers.verbs[${index}]`, value, of: verbs },
      what: 'an action of Argo CD',
      known: allVerbs,
    })),
    ...ofApprovers.actions.map((value, index) => ({
      ...{ at: `release.approvers.actions[${index}]`, value, of: rolloutActions },
      what: 'an action of a Rollout that keeps to its steps',
      known: allActions,
    })),
  ].flatMap(unknown);

const unknown = ({ at, value, of, what, known }: Said): readonly Problem[] =>
  of.test(value)
    ? []
    : [
        problem({
          code: 'RIGHT_UNKNOWN',
          at,
          value,
          reason: `is not ${what}`,
          remedy: `use ${known}`,
        }),
      ];
