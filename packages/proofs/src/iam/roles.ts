import { asText, ofType, type Place, type Plan, type Values } from '@bizflow/terraform-plan';
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
  /** The ARN of its boundary, or nothing. */
  readonly boundary: string;
  /** The lengths of its policies as IAM counts them: those written into it, and each one attached. */
  readonly lengths: { readonly inline: number; readonly attached: readonly number[] };
}

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
    const written = inline
      .filter((one) => isOwn(one.values))
      .map((one) => asText(one.values.policy ?? '{}'));
    const shared = arns.flatMap((arn) => policies.get(arn ?? '') ?? []);
    const texts = [...written, ...shared];
    return {
      name: asText(values.name ?? ''),
      address,
      root: plan.root,
      place,
      trust: statementsOf(asText(values.assume_role_policy ?? '{}')),
      statements: texts.flatMap(statementsOf),
      managed: arns.flatMap((arn) => /:aws:policy\/(.+)$/.exec(String(arn))?.[1] ?? []),
      boundary: asText(values.permissions_boundary ?? ''),
      lengths: { inline: lengthOf(written.join('')), attached: shared.map(lengthOf) },
    };
  });
};

// White space does not count (IAM, "IAM and AWS STS quotas").
const lengthOf = (policy: string): number => policy.replace(/\s/g, '').length;

/**
 * The roles of every root, each with what its boundary denies. A boundary that is no more than "all but" takes
 * away what it denies and adds nothing, so that role and boundary together are one list of statements.
 */
export const boundedRolesOf = (plans: readonly Plan[]): readonly Role[] => {
  const boundaries = new Map(
    plans
      .flatMap((plan) => ofType(plan, 'aws_iam_policy'))
      .map(({ values }) => [asText(values.arn ?? ''), asText(values.policy ?? '{}')]),
  );
  return plans.flatMap(rolesOf).map((role) => {
    const limits = statementsOf(boundaries.get(role.boundary) ?? '{}');
    return {
      ...role,
      statements: [...role.statements, ...limits.filter(({ effect }) => effect === 'Deny')],
    };
  });
};
