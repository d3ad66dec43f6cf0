import { neverByMachine, passedRoles } from '@bizflow/config/permissions';
import { type Problem, problem } from '@bizflow/kernel';
import { isAllowed } from '../is-allowed.ts';
import { actionLike, arnLike } from '../patterns.ts';
import { label } from '../role-rules.ts';
import type { Role } from '../roles.ts';
import type { Need } from './needs.ts';

const remedy =
  'correct packages/config/src/permissions/terraform/, or terraform/modules/github-access';

const isNever = (action: string): boolean => neverByMachine.some((never) => never === action);

/** What Terraform asks of AWS for an account's roots is allowed to the role that applies, and to one that plans. */
export const lackRules = (role: Role, needs: readonly Need[]): readonly Problem[] => {
  const applies = role.name.endsWith('-apply');
  const asked = needs.filter(
    ({ reads, request }) => (reads || applies) && !isNever(request.action),
  );
  // Roots of one region ask the same.
  const refused = [...Map.groupBy(asked, ({ request }) => JSON.stringify(request)).values()]
    .filter(([one]) => one !== undefined && !isAllowed(role.statements, one.request))
    .flat();
  const byCall = Map.groupBy(refused, ({ type, request }) => `${type} ${request.action}`);
  return [...byCall].map(([value, [first, ...others]]) =>
    problem({
      code: applies ? 'APPLY_LACKS' : 'PLAN_LACKS',
      at: label(role),
      value: `${value} on ${first?.request.resource}`,
      reason: `Terraform asks for this in ${first?.root} and ${others.length} other places, and is denied`,
      remedy,
    }),
  );
};

// States and plans, which the backend and the workflows touch; no resource asks for them.
const isOwn = (action: string): boolean =>
  /^s3:(Get|Put|Delete)Object$|^s3:ListBucket$/.test(action);

/** A role has no action that no resource of its account asks for, and one that plans changes nothing. */
export const beyondRules = (role: Role, needs: readonly Need[]): readonly Problem[] => {
  const applies = role.name.endsWith('-apply');
  const asked = needs.filter(({ reads }) => reads || applies).map(({ request }) => request);
  const tell = (code: string, value: string, reason: string): Problem =>
    problem({ code, at: label(role), value, reason, remedy });
  const allowed = role.statements.filter(({ effect }) => effect === 'Allow');
  const actions = new Set(allowed.flatMap((statement) => statement.actions));
  const called = [...new Set(asked.map(({ action }) => action))];
  const idle = [...actions]
    .filter((action) => !isOwn(action))
    .filter((action) => !called.some((one) => actionLike(action, one)));
  const secrets = allowed
    .filter((statement) => statement.actions.includes('secretsmanager:GetSecretValue'))
    .flatMap(({ resources }) => resources)
    .filter((pattern) => !asked.some(({ resource }) => arnLike(pattern, resource)));
  return [
    ...idle.map((action) =>
      tell('ACTION_IDLE', action, 'no resource of the account asks for this'),
    ),
    ...secrets.map((pattern) => tell('SECRET_IDLE', pattern, 'no plan reads such a secret')),
  ];
};

/** A role is handed to the services that take it, and no other role is. */
export const passRules = (
  role: Role,
  needs: readonly Need[],
  others: readonly Role[],
): readonly Problem[] => {
  const passed = needs.map(({ request }) => request);
  const services = [...new Set(Object.values(passedRoles).flatMap(({ to }) => to))];
  return others.flatMap(({ name, place: { account } }) =>
    services
      .map((service) => ({
        action: 'iam:PassRole',
        resource: `arn:aws:iam::${account}:role/${name}`,
        context: { 'iam:PassedToService': service },
      }))
      .filter((request) => isAllowed(role.statements, request))
      .filter(
        ({ resource, context }) =>
          !passed.some(
            (one) =>
              one.resource === resource &&
              one.context['iam:PassedToService'] === context['iam:PassedToService'],
          ),
      )
      .map(({ resource, context }) =>
        problem({
          code: 'PASS_IDLE',
          at: label(role),
          value: `${resource} to ${context['iam:PassedToService']}`,
          reason: 'no resource hands this role to this service',
          remedy: 'correct packages/config/src/permissions/terraform/passed-roles.ts',
        }),
      ),
  );
};
