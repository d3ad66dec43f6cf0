import { loginsOf, type Tenancy } from '@bizflow/config/tenancy';
import { type Problem, problem, shorten, unless } from '@bizflow/kernel';
import type { Done, Effects } from './effects.ts';

/** The roles with which the application may come: its own, and each login that is a member of it. */
export const applicationRoles = (tenancy: Tenancy): readonly string[] => [
  tenancy.role,
  ...loginsOf(tenancy).map(({ role }) => role),
];

/** The application's roles are bound by every policy: no superuser, no BYPASSRLS, owner of nothing, members of nothing else. */
export const roleRules = (at: string, done: Effects, tenancy: Tenancy): readonly Problem[] => [
  ...applicationRoles(tenancy).flatMap((role) =>
    unless(
      done.some((one) => one.kind === 'role' && one.name === role && isBound(one.attributes)),
      {
        code: 'TENANTS_ROLE',
        at: `${at} ${role}`,
        value: 'missing',
        reason: 'is a role of the application that the migration does not make',
        remedy: 'create it with NOSUPERUSER NOBYPASSRLS',
      },
    ),
  ),
  ...done.flatMap((one) => {
    const passing = passesBy(one, tenancy);
    return passing === null
      ? []
      : [
          problem({
            code: 'TENANTS_ROLE',
            at: `${at} ${shorten(one.text, 60)}`,
            value: passing,
            reason:
              'lets a role bypass the policies, or lets in more roles than those of the application',
            remedy:
              'give the application roles with NOSUPERUSER NOBYPASSRLS that own nothing and are members of nothing else',
          }),
        ];
  }),
];

const isBound = (attributes: string): boolean =>
  /\bNOSUPERUSER\b/.test(attributes) && /\bNOBYPASSRLS\b/.test(attributes);

/** What in a statement lets a role pass by; null where nothing does. */
const passesBy = (effect: Done, tenancy: Tenancy): string | null => {
  if (effect.kind === 'member') return `${effect.to} becomes ${effect.of}`;
  if (effect.kind === 'owner') return `${effect.name} owns ${effect.relation}`;
  if (effect.kind !== 'role') return null;
  if (!applicationRoles(tenancy).includes(effect.name)) return `the role ${effect.name}`;
  const able = /(?<!\w)(?:SUPERUSER|BYPASSRLS|CREATEROLE|REPLICATION)\b/.exec(effect.attributes);
  if (able !== null) return able[0];
  const memberOf = /\bIN ROLE (.+)$/.exec(effect.attributes)?.[1];
  if (memberOf !== undefined && memberOf !== `"${tenancy.role}"`) return `member of ${memberOf}`;
  return effect.name === tenancy.role && /(?<!\w)LOGIN\b/.test(effect.attributes) ? 'LOGIN' : null;
};
