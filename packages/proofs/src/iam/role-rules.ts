import { type Problem, problem } from '@bizflow/kernel';
import { type AnyResource, anyResource } from './any-resource.ts';
import { actionLike } from './patterns.ts';
import type { Role } from './roles.ts';

/** How a role is named in a counter-example: its root, which names environment and region. */
export const label = ({ root, name }: Role): string => `${root} ${name}`;

/** An action that a role may do to any resource. */
interface Unbound {
  readonly role: Role;
  readonly action: string;
  readonly keys: readonly string[];
}

const unboundOf = (role: Role): readonly Unbound[] =>
  role.statements
    .filter(({ effect, resources }) => effect === 'Allow' && resources.includes('*'))
    .flatMap(({ actions, conditions }) =>
      actions.map((action) => ({ role, action, keys: conditions.map(([, key]) => key) })),
    );

/** Actions are named one by one, never a service as a whole. */
export const wideActionRules = (roles: readonly Role[]): readonly Problem[] =>
  roles.flatMap((role) =>
    role.statements
      .filter(({ effect, actions, notActions }) => {
        const isWide = actions.some((action) => /^(\*|[\w-]+:\*)$/.test(action));
        return effect === 'Allow' && (isWide || notActions.length > 0);
      })
      .map(({ sid, actions }) =>
        problem({
          code: 'ACTIONS_WIDE',
          at: `${label(role)} ${sid}`,
          value: actions.join(', ') || 'NotAction',
          reason: 'allows all actions of a service',
          remedy: 'name each action that the role needs',
        }),
      ),
  );

/** A resource is named wherever AWS lets it be, and a condition binds the rest. */
export const anyResourceRules = (
  roles: readonly Role[],
  known: readonly AnyResource[] = anyResource,
): readonly Problem[] => {
  const unbound = roles.flatMap(unboundOf);
  const explains = (one: AnyResource, { action, keys }: Unbound): boolean =>
    actionLike(one.action, action) && (one.bound === undefined || keys.includes(one.bound));
  return [
    ...unbound
      .filter((action) => !known.some((one) => explains(one, action)))
      .map(({ role, action }) =>
        problem({
          code: 'RESOURCE_ANY',
          at: label(role),
          value: action,
          reason: 'is allowed on every resource without a condition',
          remedy:
            'name the resource, or list the action in packages/proofs/src/iam/any-resource.ts',
        }),
      ),
    ...known
      .filter((one) => !unbound.some(({ action }) => actionLike(one.action, action)))
      .map(({ action }) =>
        problem({
          code: 'RESOURCE_ANY_STALE',
          at: 'packages/proofs/src/iam/any-resource.ts',
          value: action,
          reason: 'no role needs this entry any more',
          remedy: 'delete the entry',
        }),
      ),
  ];
};

/** A role passes only roles of its own account, each to a named service. */
export const passRoleRules = (roles: readonly Role[]): readonly Problem[] =>
  roles.flatMap((role) =>
    role.statements
      .filter(
        ({ effect, actions }) =>
          effect === 'Allow' && actions.some((action) => actionLike(action, 'iam:PassRole')),
      )
      .filter(({ resources, conditions }) => {
        const own = `arn:aws:iam::${role.place.account}:role/bizflow-`;
        const isOwn = resources.every((resource) => resource.startsWith(own));
        return !isOwn || !conditions.some(([, key]) => key === 'iam:PassedToService');
      })
      .map(({ resources }) =>
        problem({
          code: 'PASS_ROLE_WIDE',
          at: label(role),
          value: resources.join(', '),
          reason: 'lets the role pass roles of other accounts, or pass roles to any service',
          remedy: "name roles of the role's own account, and iam:PassedToService",
        }),
      ),
  );
