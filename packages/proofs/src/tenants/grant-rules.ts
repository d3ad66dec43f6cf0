import type { Tenancy } from '@bizflow/config/tenancy';
import { type Problem, unless } from '@bizflow/kernel';
import type { Effects } from './effects.ts';
import { partitionsOf, type TableStates } from './table-states.ts';

/** What each relation may be granted for, by its name in the migration. */
const stated = ({
  schema,
  tables,
  views,
  shared,
}: Tenancy): ReadonlyMap<string, readonly string[]> =>
  new Map<string, readonly string[]>([
    ...tables.flatMap(({ name, privileges, partitions }) => {
      const relation = `"${schema}"."${name}"`;
      const all = [[relation, privileges] as const];
      return partitions === 'open' ? [...all, [partitionsOf(relation), privileges] as const] : all;
    }),
    ...[...views, ...shared].map((name) => [`"${schema}"."${name}"`, ['SELECT']] as const),
  ]);

/** No right is given on what is not stated, beyond what is stated, or before the table shows a tenant its own rows alone. */
export const grantRules = (
  at: string,
  done: Effects,
  states: readonly TableStates[],
  tenancy: Tenancy,
  isClosed: (states: TableStates, relation: string) => boolean,
): readonly Problem[] => {
  const allowed = stated(tenancy);
  const ofTenants = new Set(tenancy.tables.map(({ name }) => `"${tenancy.schema}"."${name}"`));
  return done.flatMap((effect, index) => {
    if (effect.kind !== 'grant') return [];
    const { relation, to, privileges } = effect;
    const known = allowed.get(relation);
    const extra = privileges.filter((one) => known?.includes(one) !== true);
    const needsPolicy = ofTenants.has(relation.replace(partitionsOf(''), ''));
    return [
      ...unless(extra.length === 0 && to === tenancy.role, {
        code: 'TENANTS_GRANT',
        at: `${at} ${relation}`,
        value: `${extra.join(', ') || privileges.join(', ')} to ${to}`,
        reason:
          'is a privilege that no fact grants: some bypass row-level security, and PUBLIC is everyone',
        remedy: 'state it in packages/config/src/tenancy/tenancy.ts, or leave it out',
      }),
      ...unless(!needsPolicy || isClosed(states[index] ?? {}, relation), {
        code: 'TENANTS_GRANT_EARLY',
        at: `${at} ${relation}`,
        value: privileges.join(', '),
        reason:
          'is granted before row-level security is enabled, so all rows can be read until then',
        remedy: 'render the policy first, and then the grants',
      }),
    ];
  });
};
