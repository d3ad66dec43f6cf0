import { asText, ofType, type Plan, type Resource } from '@bizflow/terraform-plan';
import { statementsOf } from '../policy.ts';
import type { Row } from './request.ts';

/** A role signs if it is the key's signer; another role of the account does not, whatever its own policies say. */
export const signers = (
  plan: Plan,
  key: string,
  { account }: Resource['place'],
): readonly Row[] => {
  const names = ofType(plan, 'aws_iam_role_policy')
    .filter(({ values }) =>
      statementsOf(asText(values.policy ?? '{}')).some(
        (one) => one.actions.includes('kms:Sign') && one.resources.includes(key),
      ),
    )
    .map(({ values }) => asText(values.role ?? ''));
  const row = (role: string, opens: boolean): Row => [
    `a signature by ${role}`,
    opens,
    { account },
    {
      ...{ action: 'kms:Sign', resource: key },
      more: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/${role}` },
    },
  ];
  return names.length === 0
    ? []
    : [...names.map((name) => row(name, true)), row('administrator', false)];
};
