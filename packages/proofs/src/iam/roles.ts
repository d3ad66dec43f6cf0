import type { Place, Plan, Resource } from '@bizflow/terraform-plan';
import { asText, type Values } from '@bizflow/terraform-plan';
import { type Statement, statementsOf } from './policy.ts';

/** A role with all that its own policies say. */
export interface Role {
  readonly name: string;
  readonly address: string;
  readonly root: string;
  readonly place: Place;
  readonly trust: readonly Statement[];
  readonly statements: readonly Statement[];
  /** Policies that AWS itself writes, by the last part of their ARN. */
  readonly managed: readonly string[];
}

const ofType = ({ resources }: Plan, type: string): readonly Resource[] =>
  resources.filter((resource) => resource.type === type);

/** The roles that a root makes, inline and attached policies joined. */
export const rolesOf = (plan: Plan): readonly Role[] => {
  const policies = new Map(
    ofType(plan, 'aws_iam_policy').map(({ values }) => [values.arn, asText(values.policy ?? '{}')]),
  );
  const inline = ofType(plan, 'aws_iam_role_policy');
  const attached = ofType(plan, 'aws_iam_role_policy_attachment');
  return ofType(plan, 'aws_iam_role').map(({ values, address, place }) => {
    const isOwn = (other: Values): boolean => other.role === values.name;
    const arns = attached.filter((one) => isOwn(one.values)).map((one) => one.values.policy_arn);
    const texts = [
      ...inline.filter((one) => isOwn(one.values)).map((one) => asText(one.values.policy ?? '{}')),
      ...arns.flatMap((arn) => policies.get(arn ?? '') ?? []),
    ];
    return {
      name: asText(values.name ?? ''),
      address,
      root: plan.root,
      place,
      trust: statementsOf(asText(values.assume_role_policy ?? '{}')),
      statements: texts.flatMap(statementsOf),
      managed: arns.flatMap((arn) => /:aws:policy\/(.+)$/.exec(String(arn))?.[1] ?? []),
    };
  });
};
