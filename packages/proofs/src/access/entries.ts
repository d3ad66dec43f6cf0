import { asText, ofType, type Plan, texts } from '@bizflow/terraform-plan';
import { type Role, rolesOf } from '../iam/roles.ts';

/** A principal of AWS that a cluster's API lets in, and as whom. */
export interface AccessEntry {
  readonly root: string;
  readonly principal: string;
  readonly user: string;
  readonly groups: readonly string[];
}

/** The access entries of a root's cluster. */
export const entriesOf = (plan: Plan): readonly AccessEntry[] =>
  ofType(plan, 'aws_eks_access_entry').map(({ values }) => ({
    root: plan.root,
    principal: asText(values.principal_arn ?? ''),
    user: asText(values.user_name ?? ''),
    groups: texts(values.kubernetes_groups),
  }));

/** Roles that another account's principal must be, by a condition of the trust. */
const required = ({ trust }: Role): readonly string[] =>
  trust.flatMap(({ conditions }) =>
    conditions.flatMap(([, key, values]) => (key === 'aws:PrincipalArn' ? values : [])),
  );

const arnOf = ({ place, name }: Role): string => `arn:aws:iam::${place.account}:role/${name}`;

/** Roles that a root makes and that can be taken: each role that their trust names is there. */
export const takeable = (plans: readonly Plan[]): ReadonlySet<string> => {
  const roles = plans.flatMap(rolesOf);
  const all = new Set(roles.map(arnOf));
  return new Set(
    roles
      .filter((role) => role.trust.length > 0 && required(role).every((arn) => all.has(arn)))
      .map(arnOf),
  );
};
