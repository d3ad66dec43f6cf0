import { type Problem, unless } from '@bizflow/kernel';
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

/** Actions of Argo CD's RBAC (Argo CD, "RBAC configuration"). */
const oneOfVerbs = {
  of: /^(get|create|update|delete|sync|action\/[\w./*-]+|\*)$/,
  what: 'an action of Argo CD',
  known: 'get, create, update, delete, sync, action/..., *',
};

/** Those of a Rollout that keep to its steps. */
const oneOfActions = {
  of: /^(resume|abort|retry|restart)$/,
  what: 'an action of a Rollout that keeps to its steps',
  known: 'resume, abort, retry, restart',
};

/** The projects that each Argo CD has: k8s-manifests renders all but the last, which Argo CD brings. */
const oneOfProjects = {
  of: /^(\*|platform|workloads|tenants|default)(\/[\w*.-]+)?$/,
  what: 'in a project that Argo CD has',
  known: '*, platform, workloads, tenants, default, or one of these with a / and a name',
};

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
          { at: `${at}.action`, value: action, ...oneOfVerbs },
          { at: `${at}.object`, value: object, ...oneOfProjects },
        ];
      }),
    ),
    ...ofApprovers.verbs.map((value, index) => ({
      ...{ at: `release.approvers.verbs[${index}]`, value },
      ...oneOfVerbs,
    })),
    ...ofApprovers.actions.map((value, index) => ({
      ...{ at: `release.approvers.actions[${index}]`, value },
      ...oneOfActions,
    })),
  ].flatMap(unknown);

const unknown = ({ at, value, of, what, known }: Said): readonly Problem[] =>
  unless(of.test(value), {
    code: 'RIGHT_UNKNOWN',
    at,
    value,
    reason: `is not ${what}`,
    remedy: `use ${known}`,
  });
