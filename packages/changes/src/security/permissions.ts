import {
  boundedRolesOf,
  isAllowed,
  type Request,
  type Role,
  type Statement,
} from '@bizflow/proofs';
import { inRoot } from '../at.ts';
import type { Change } from '../change.ts';
import { changedRoots, placeOfRoot } from '../difference/resources.ts';
import { type Found, rule } from '../effect.ts';

/** What a role may do from now on, by IAM's own evaluation: actions on resources, not lines. */
export const gained = rule('security/permission-gained', (change) =>
  differing(change, (was, is) => is && !was, 'may from now on call'),
);

/** What a role may no longer do. */
export const lost = rule('security/permission-lost', (change) =>
  differing(change, (was, is) => was && !is, 'may no longer call'),
);

const differing = (
  { before, after }: Change,
  isWanted: (was: boolean, is: boolean) => boolean,
  does: string,
): readonly Found[] => {
  const roots = new Set(changedRoots(before, after).map(({ root }) => root));
  const rolesOf = ({ plans }: Change['before']) =>
    new Map(
      (roots.size === 0 ? [] : boundedRolesOf(plans))
        .filter(({ root }) => roots.has(root))
        .map((role) => [`${role.root} ${role.name}`, role]),
    );
  const [old, current] = [rolesOf(before), rolesOf(after)];
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), current.get(key)];
    const role = is ?? was;
    if (role === undefined) return [];
    return asked(was, is)
      .filter((request) => isWanted(may(was, request), may(is, request)))
      .map(({ action, resource }) => ({
        place: placeOfRoot(role.root),
        to: `role ${role.name}`,
        does: `${does} ${action}`,
        at: inRoot(role.root, role.address),
        after: resource,
      }));
  });
};

const may = (role: Role | undefined, request: Request): boolean =>
  role !== undefined && isAllowed(role.statements, request);

/** A request for each action and resource that either side names, in the context that the statement itself asks for. */
const asked = (was: Role | undefined, is: Role | undefined): readonly Request[] => {
  const statements = [...(was?.statements ?? []), ...(is?.statements ?? [])];
  if (JSON.stringify(was?.statements) === JSON.stringify(is?.statements)) return [];
  const requests = statements.flatMap((statement) =>
    statement.actions.flatMap((action) =>
      statement.resources.map((resource) => ({ action, resource, context: contextOf(statement) })),
    ),
  );
  return [...new Map(requests.map((one) => [JSON.stringify(one), one])).values()];
};

const contextOf = ({ conditions }: Statement): Request['context'] =>
  Object.fromEntries(
    conditions
      .filter(([operator]) => operator !== 'Null' && !/Not(?:Equals|Like)/.test(operator))
      .map(([, key, values]) => [key, values[0] ?? '']),
  );
