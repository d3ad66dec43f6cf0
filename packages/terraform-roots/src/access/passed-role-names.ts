import { accountTypes, passedRoles } from '@bizflow/config/permissions';
import type { Account } from './account.ts';

/** The roles that an account's roots hand to services, by the service; `*` is any place. */
export const passedRoleNames = ({
  name,
}: Pick<Account, 'name'>): Readonly<Record<string, readonly string[]>> => {
  const passed = Object.entries(passedRoles)
    .filter(([type]) => accountTypes[name].makes.includes(type))
    .flatMap(([, { to, suffixes }]) =>
      to.flatMap((service) => suffixes.map((suffix) => ({ service, suffix }))),
    );
  const roles = (suffixes: readonly { readonly suffix: string }[]): readonly string[] =>
    suffixes.map(({ suffix }) => `bizflow-${name}-*-${suffix}`);
  const byService = Map.groupBy(passed, ({ service }) => service);
  return Object.fromEntries(
    [...byService.keys()]
      .toSorted()
      .map((service) => [service, roles(byService.get(service) ?? [])]),
  );
};
