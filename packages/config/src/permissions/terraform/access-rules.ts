import { type Problem, problem } from '@bizflow/kernel';
import { awsOffers } from '../../aws/aws-offers.ts';
import { repeatRules } from '../../facts/repeat-rules.ts';
import type { AccessTable } from './access.ts';
import { type AccessReference, tableRules, unknownIn } from './access-table-rules.ts';
import type { AccountTypes } from './accounts.ts';
import type { PassedRole } from './passed-roles.ts';

/** The tables that say what Terraform asks of AWS, and for whom. */
export interface AccessFacts {
  readonly accessGroups: Readonly<Record<string, readonly AccessTable[]>>;
  readonly accountTypes: Readonly<Record<string, AccountTypes>>;
  readonly passedRoles: Readonly<Record<string, PassedRole>>;
  readonly asksNothing: ReadonlySet<string>;
  readonly keyUses: readonly string[];
  readonly neverByMachine: readonly string[];
  readonly worldwide: Readonly<Record<string, string>>;
}

/** Where the tables name what IAM, the provider or Terraform's sources do not have. */
export function accessRules(facts: AccessFacts, reference: AccessReference): readonly Problem[] {
  const tables = Object.values(facts.accessGroups).flat();
  const { actions, made, lookedUp } = reference;
  const types = new Set(tables.flatMap((table) => Object.keys(table.types)));
  const services = new Set([...actions].map((action) => action.slice(0, action.indexOf(':'))));
  const { accessGroups, accountTypes, passedRoles, keyUses, neverByMachine } = facts;
  return [
    ...repeatRules({ accessGroups, accountTypes, passedRoles, keyUses, neverByMachine }),
    ...tables.flatMap((table) => tableRules(table, reference)),
    // What Terraform's sources name has an entry.
    ...unknownIn(
      'accessGroups',
      [...made, ...lookedUp].filter((type) => !facts.asksNothing.has(type)),
      types,
      'in a table',
    ),
    ...unknownIn(
      'passedRoles',
      tables.flatMap(passing),
      new Set(Object.keys(facts.passedRoles)),
      'there, and its actions pass a role',
    ),
    ...Object.entries(facts.accountTypes).flatMap(([account, { makes, looksUp }]) => [
      ...unknownIn(`accountTypes.${account}.makes`, makes, types, 'a type of the tables'),
      ...unknownIn(`accountTypes.${account}.looksUp`, looksUp, types, 'a type of the tables'),
    ]),
    ...Object.entries(facts.passedRoles).flatMap((entry) => passedRoleRules(entry, reference)),
    ...unknownIn('passedRoles', Object.keys(facts.passedRoles), made, 'a resource of Terraform'),
    ...unknownIn('asksNothing', [...facts.asksNothing], lookedUp, 'a data source of Terraform'),
    ...unknownIn('keyUses', facts.keyUses, actions, 'an action of IAM'),
    ...unknownIn('neverByMachine', facts.neverByMachine, actions, 'an action of IAM'),
    ...unknownIn('worldwide', Object.keys(facts.worldwide), services, 'a service of IAM'),
    ...unknownIn(
      'worldwide',
      Object.values(facts.worldwide),
      new Set(Object.keys(awsOffers.regions)),
      'a region of AWS',
    ),
  ];
}

/** The types of a table that hand a role to a service. */
const passing = ({ types }: AccessTable): readonly string[] =>
  Object.entries(types)
    .filter(([, [, writes]]) => writes.split(' ').includes('iam:PassRole'))
    .map(([type]) => type);

/** A role is named by an argument that exists, for a service, by an end that some name has. */
function passedRoleRules(
  [type, { argument, to, suffixes }]: readonly [string, PassedRole],
  { sources }: AccessReference,
): readonly Problem[] {
  const at = `passedRoles.${type}`;
  const tell = (name: string, value: string, reason: string): Problem =>
    problem({
      code: 'ACCESS_ROLE',
      at: `${at}.${name}`,
      value,
      reason,
      remedy: 'correct it in passed-roles.ts',
    });
  const isIn = (pattern: string): boolean => new RegExp(pattern, 'm').test(sources);
  // A wildcard is at an end.
  const core = (suffix: string): string => suffix.replaceAll(/^[?*-]+|[?*-]+$/g, '');
  return [
    ...(/^\w+$/.test(argument) && isIn(`^ *${argument} +=`)
      ? []
      : [tell('argument', argument, 'is not an argument in the sources of Terraform')]),
    ...to
      .filter((service) => !/^([a-z0-9-]+\.)+amazonaws\.com$/.test(service))
      .map((service) => tell('to', service, 'is not a service that takes a role')),
    ...suffixes
      .filter(
        (suffix) =>
          suffix !== '*' && !(/^[a-z*?-]+$/.test(suffix) && isIn(`[-" ]${core(suffix)}(?![\\w-])`)),
      )
      .map((suffix) =>
        tell('suffixes', suffix, 'is the end of no name in the sources of Terraform'),
      ),
  ];
}
