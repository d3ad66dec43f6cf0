import type { CallTable } from '@bizflow/config/permissions';
import { pinOf } from '@bizflow/config/permissions';
import { type Problem, problem, unless } from '@bizflow/kernel';
import { isAllowed, type Request } from '../is-allowed.ts';
import { actionLike } from '../patterns.ts';
import type { Statement } from '../policy.ts';
import { label } from '../role-rules.ts';
import type { Role } from '../roles.ts';
import type { Meeting } from './target.ts';
import { targetsOf } from './things.ts';

/** A request that will be made, and where it was read. */
export interface Asked extends Request {
  readonly at: string;
}

/** Every request that follows from a table in a place. */
export const askedBy = ({ calls }: CallTable, at: Meeting): readonly Asked[] =>
  calls.flatMap(([action, on, source]) =>
    on.flatMap((thing) => targetsOf(thing, at).map((one) => ({ ...one, action, at: source }))),
  );

/** Whether any request gets another answer without one element of a statement. */
const counts = (
  role: Role,
  statement: Statement,
  without: Statement,
  asked: readonly Request[],
): boolean => {
  const rest = role.statements.map((one) => (one === statement ? without : one));
  return asked.some((one) => isAllowed(role.statements, one) && !isAllowed(rest, one));
};

/** A role may do what its program asks, on everything that it meets. */
export const refused = (
  role: Role,
  { source }: CallTable,
  asked: readonly Asked[],
): readonly Problem[] =>
  asked
    .filter((one) => !isAllowed(role.statements, one))
    .map(({ action, resource, at }) =>
      problem({
        code: 'CALL_REFUSED',
        at: label(role),
        value: `${action} ${resource}`,
        reason: `${source.repository} ${source.version} asks for it (${at}), and the role may not`,
        remedy: 'allow it in packages/terraform-roots/src/roles/ on this resource',
      }),
    );

const unneeded = (role: Role, { sid }: Statement, value: string): Problem =>
  problem({
    code: 'PERMISSION_UNNEEDED',
    at: `${label(role)} ${sid}`,
    value,
    reason: 'is allowed, and no call of its program needs it',
    remedy: 'remove it, or name the call with its source in packages/config/src/permissions/',
  });

/** Each action and each resource of a role is needed by some call. */
const spare = (role: Role, asked: readonly Asked[]): readonly Problem[] =>
  role.statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) => {
      const { actions, resources } = statement;
      const of = asked.filter((one) => actions.some((action) => actionLike(action, one.action)));
      const isSpare = (without: Statement) => !counts(role, statement, without, of);
      return [
        ...actions.filter((one) =>
          isSpare({ ...statement, actions: actions.filter((other) => other !== one) }),
        ),
        ...resources.filter((one) =>
          isSpare({ ...statement, resources: resources.filter((other) => other !== one) }),
        ),
      ].map((value) => unneeded(role, statement, value));
    });

const old = (name: string, { source: { pin, version } }: CallTable): readonly Problem[] =>
  unless(pin === pinOf(name), {
    code: 'CALLS_OLD',
    at: `packages/config/src/permissions ${name}`,
    value: pin,
    reason: `its calls were read at ${version}, but ${pinOf(name)} is deployed`,
    remedy: 'read the source of the new version, and correct calls, lines and pin',
  });

/** Each role of a place against the table of its program: nothing refused, nothing to spare. */
export const callRules = (
  roles: readonly Role[],
  tables: Readonly<Record<string, CallTable>>,
  at: Meeting,
): readonly Problem[] =>
  Object.entries(tables).flatMap(([name, table]) => {
    const role = roles.find((one) => one.name === `${at.cluster.name}-${name}`);
    // The proof of names reports a role that no root makes.
    if (role === undefined) return old(name, table);
    const asked = askedBy(table, at);
    return [...old(name, table), ...refused(role, table, asked), ...spare(role, asked)];
  });
