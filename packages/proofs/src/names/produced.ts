import type { Plan, Resource } from '@bizflow/terraform-plan';
import { isObject, type Value, type Values } from '@bizflow/terraform-plan';
import type { NameKind } from './needed.ts';

const text = (value: Value | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : [];

const tag = ({ tags }: Values, key: string): readonly string[] =>
  isObject(tags) ? text(tags[key]) : [];

const discovery = 'karpenter.sh/discovery';

type Names = (values: Values) => readonly string[];

/** Which resources make a name of each kind. */
const makers: readonly (readonly [NameKind, RegExp, Names])[] = [
  ['role', /^aws_iam_role$/, ({ name }) => text(name)],
  ['secret', /^aws_secretsmanager_secret$/, ({ name }) => text(name)],
  ['web ACL', /^aws_wafv2_web_acl$/, ({ name }) => text(name)],
  ['VPC', /^aws_vpc$/, (values) => tag(values, 'Name')],
  ['cluster', /^aws_eks_cluster$/, ({ name }) => text(name)],
  ['discovery tag', /^aws_(subnet|security_group)$/, (values) => tag(values, discovery)],
  ['log group', /^aws_cloudwatch_log_group$/, ({ name }) => text(name)],
  ['security group', /^aws_security_group$/, (values) => tag(values, 'Name')],
  ['repository', /^aws_ecr_repository$/, ({ repository_url: url }) => text(url)],
];

const namesOf = ({ type, values }: Resource): readonly string[] => [
  ...makers.flatMap(([kind, made, names]) =>
    made.test(type) ? names(values).map((name) => `${kind} ${name}`) : [],
  ),
  // A tag on a thing that another makes: EKS makes the cluster's own security group.
  ...(type === 'aws_ec2_tag' && values.key === discovery
    ? text(values.value).map((name) => `discovery tag ${name}`)
    : []),
];

/** Every name that the roots make, as `kind name`. */
export const producedNames = (plans: readonly Plan[]): ReadonlySet<string> =>
  new Set(plans.flatMap(({ resources }) => resources.flatMap(namesOf)));
