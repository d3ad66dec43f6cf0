import { accountTypes, terraformAccess } from '@bizflow/config/permissions';
import { type Problem, problem } from '@bizflow/kernel';
import type { Contained } from './contained.ts';

interface Inside {
  readonly name: keyof typeof accountTypes;
  readonly contained: readonly Contained[];
  readonly gone: readonly Contained[];
}

const table = 'packages/config/src/permissions/terraform/';

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
  const tell = (code: string, type: string, reason: string, remedy: string): Problem =>
    problem({ code, at: `${account} ${type}`, value: type, reason, remedy });
  const unlisted = [
    ...made.filter((type) => !makes.includes(type)),
    ...every.filter((type) => !makes.includes(type) && !includes(looksUp, type)),
  ];
  return [
    ...every
      .filter((type) => terraformAccess[type] === undefined)
      .map((type) =>
        tell(
          'TYPE_UNKNOWN',
          type,
          'no table says what Terraform asks of AWS for this type',
          `look it up in the provider's source and add it to a table in ${table}`,
        ),
      ),
    ...[...new Set(unlisted)].map((type) =>
      tell(
        'TYPE_UNLISTED',
        type,
        'a root of the account contains it, and the role that applies may not make it',
        `list it in ${table}accounts.ts`,
      ),
    ),
    ...[...makes, ...looksUp]
      .filter((type) => !used.includes(type) && !mayCome.has(type))
      .map((type) =>
        tell(
          'TYPE_STALE',
          type,
          'no root of the account contains it, and the role that applies may make it',
          `write it into leavingTypes of ${table}accounts.ts until an apply has removed the last one (decision 0077)`,
        ),
      ),
    ...leaving
      .filter((type) => made.includes(type))
      .map((type) =>
        tell(
          'TYPE_STAYS',
          type,
          'leavingTypes has it, and a root of the account still contains it',
          `take it out of leavingTypes of ${table}accounts.ts, or out of the root`,
        ),
      ),
  ];
};

// Roots of an account take service-linked roles on as AWS asks for them.
const mayCome: ReadonlySet<string> = new Set(['aws_iam_service_linked_role']);

const typesIn = (contained: readonly Contained[]): readonly string[] => [
  ...new Set(contained.map(({ type }) => type)),
];

const includes = (list: readonly string[], type: string): boolean => list.includes(type);
