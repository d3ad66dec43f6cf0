import { type Problem, problem } from '@bizflow/kernel';
import { type AccessTable, actionsIn, type TypeActions } from './access.ts';

/** What the tables of permissions are compared with. */
export interface AccessReference {
  /** Every action of IAM: `eks:CreateCluster` (Service Authorization Reference). */
  readonly actions: ReadonlySet<string>;
  /** Types that Terraform's sources make, and those that they only look up. */
  readonly made: ReadonlySet<string>;
  readonly lookedUp: ReadonlySet<string>;
  /** The modules as one text, and the names in the roots. */
  readonly sources: string;
}

const folder = 'packages/config/src/permissions/terraform/';

/** Words that a reference does not have. */
export const unknownIn = (
  at: string,
  words: readonly string[],
  known: ReadonlySet<string>,
  what: string,
): readonly Problem[] =>
  words
    .filter((word) => !known.has(word))
    .map((value) =>
      problem({
        ...{ code: 'ACCESS_UNKNOWN', at, value, reason: `is not ${what}` },
        remedy: `correct it in ${folder}`,
      }),
    );

// A resource without a call of its own: it waits until another one is done.
const onlyWaits: ReadonlySet<string> = new Set(['aws_acm_certificate_validation']);
// Roots take a service-linked role on as AWS asks for it.
const mayCome: ReadonlySet<string> = new Set(['aws_iam_service_linked_role']);
// Services that have tags, of which nothing here takes any.
const untagged: ReadonlySet<string> = new Set([
  'directconnect',
  'macie2',
  'scheduler',
  'securityhub',
]);

const problemOf =
  (service: string) =>
  (name: string, value: string, reason: string): Problem =>
    problem({
      ...{ code: 'ACCESS_TABLE', at: `${service}.${name}`, value, reason },
      remedy: `correct it in ${folder}`,
    });

/** Each word of a table is an action, each type is in use, and each says what reads and changes it. */
export function tableRules(table: AccessTable, reference: AccessReference): readonly Problem[] {
  const { service, tags, source, types } = table;
  const { actions, made, lookedUp } = reference;
  const tell = problemOf(service);
  const all = Object.entries(types);
  return [
    ...unknownIn(`${service}.tags`, actionsIn(service, tags), actions, 'an action of IAM'),
    ...all.flatMap(([type, [reads, writes]]) =>
      unknownIn(
        `${service}.types.${type}`,
        actionsIn(service, `${reads} ${writes}`),
        actions,
        'an action of IAM',
      ),
    ),
    ...unknownIn(
      `${service}.types`,
      Object.keys(types),
      new Set([...made, ...lookedUp, ...mayCome]),
      'a type in the sources of Terraform',
    ),
    ...(/^internal\/service\/[a-z0-9]+$/.test(source)
      ? []
      : [tell('source', source, 'is not a folder of the provider: internal/service/...')]),
    ...(tags === '' && hasTags(table, actions)
      ? [tell('tags', tags, 'is empty, and the service has tags')]
      : []),
    ...all.flatMap(([type, [reads, writes]]) =>
      actionsIn(service, writes)
        .filter((action) => actionsIn(service, reads).includes(action))
        .map((action) =>
          tell(`types.${type}`, action, 'reads, and writes too: an apply may what a plan may'),
        ),
    ),
    ...all.flatMap(([type, own]) =>
      typeRules(type, own, made).map(([name, reason]) => tell(`types.${type}`, name, reason)),
    ),
  ];
}

/** Whether a service has tags, and nothing in its table names them. */
const hasTags = ({ service, types }: AccessTable, actions: ReadonlySet<string>): boolean => {
  // A type of EC2 is tags itself, which says nothing of the others.
  const namesTags =
    service !== 'ec2' &&
    Object.values(types).some(([, writes]) =>
      /(^| )(Tag[A-Z]\w*|\w*Tags|\w*Tagging)\b/.test(writes),
    );
  if (namesTags || untagged.has(service)) return false;
  return [...actions].some(
    (action) =>
      action.startsWith(`${service}:`) &&
      /:\w*(Tag|Untag)(Resource|Queue)|:AddTags|:CreateTags$/.test(action),
  );
};

/** What makes AWS deliver logs asks for it on its caller's behalf (CloudWatch Logs user guide, "Enable logging from AWS services"). */
const delivers = /^aws_(wafv2_web_acl|networkfirewall)_logging_configuration$/;

const typeRules = (
  type: string,
  [reads, writes, beyond]: TypeActions,
  made: ReadonlySet<string>,
): readonly (readonly [string, string])[] => [
  ...(reads.trim() === '' ? [['reads', 'names no action that reads it'] as const] : []),
  ...(writes.trim() === '' && made.has(type) && !onlyWaits.has(type)
    ? [['writes', 'names no action that makes it, and Terraform makes it'] as const]
    : []),
  ...(beyond?.trim() === ''
    ? [['beyond', 'does not say where the other actions come from'] as const]
    : []),
  ...(delivers.test(type) && !writes.split(' ').includes('logs:CreateLogDelivery')
    ? [['writes', 'does not let logs be delivered: logs:CreateLogDelivery is missing'] as const]
    : []),
];
