import { accountTypes, terraformAccess } from '@bizflow/config/permissions';
import { type Problem, problem } from '@bizflow/kernel';
import type { Contained } from './contained.ts';

interface Inside {
  readonly name: keyof typeof accountTypes;
  readonly contained: readonly Contained[];
  readonly gone: readonly Contained[];
}

const table = 'packages/config/src/permissions/terraform/';

/** What is said of a type. */
const said = {
  TYPE_UNKNOWN: {
    reason: 'no table says what Terraform asks of AWS for this type',
    remedy: `look it up in the provider's source and add it to a table in ${table}`,
  },
  TYPE_UNLISTED: {
    reason: 'a root of the account contains it, and the role that applies may not make it',
    remedy: `list it in ${table}accounts.ts`,
  },
  TYPE_STALE: {
    reason: 'no root of the account contains it, and the role that applies may make it',
    remedy: `write it into leavingTypes of ${table}accounts.ts until an apply has removed the last one (decision 0077)`,
  },
  TYPE_STAYS: {
    reason: 'leavingTypes has it, and a root of the account still contains it',
    remedy: `take it out of leavingTypes of ${table}accounts.ts, or out of the root`,
  },
};

/**
 * What roots contain has an entry in the table, and is listed for its account; nothing else is, but parts that are
 * switched off and types that are leaving.
 */
export const typeRules = (
  { name: account, contained, gone }: Inside,
  leaving: readonly string[],
): readonly Problem[] => {
  const { makes, looksUp } = accountTypes[account];
  const made = typesIn(contained.filter(({ mode }) => mode === 'managed'));
  const every = typesIn(contained);
  const used = typesIn([...contained, ...gone]);
  const tell = (code: keyof typeof said) => (type: string) =>
    problem({ code, at: `${account} ${type}`, value: type, ...said[code] });
  const unlisted = [
    ...made.filter((type) => !makes.includes(type)),
    ...every.filter((type) => !makes.includes(type) && !includes(looksUp, type)),
  ];
  return [
    ...every.filter((type) => terraformAccess[type] === undefined).map(tell('TYPE_UNKNOWN')),
    ...[...new Set(unlisted)].map(tell('TYPE_UNLISTED')),
    ...[...makes, ...looksUp]
      .filter((type) => !used.includes(type) && !mayCome.has(type))
      .map(tell('TYPE_STALE')),
    ...leaving.filter((type) => made.includes(type)).map(tell('TYPE_STAYS')),
  ];
};

// Roots of an account take service-linked roles on as AWS asks for them.
const mayCome: ReadonlySet<string> = new Set(['aws_iam_service_linked_role']);

const typesIn = (contained: readonly Contained[]): readonly string[] => [
  ...new Set(contained.map(({ type }) => type)),
];

const includes = (list: readonly string[], type: string): boolean => list.includes(type);
