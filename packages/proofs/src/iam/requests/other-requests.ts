import { asText, bodies, isObject, ofType, type Resource } from '@bizflow/terraform-plan';
import { statementsOf } from '../policy.ts';
import { type Requests, type Row, requestsOf, stranger } from './request.ts';

const policyOf = ({ values }: Resource): string =>
  asText(values.policy ?? values.policy_document ?? '{}');

/** External Secrets reads by its role; Secrets Manager itself replicates. */
export const secretRequests: Requests = (plan) =>
  ofType(plan, 'aws_secretsmanager_secret_policy').flatMap((one) => {
    const resource = asText(one.values.secret_arn ?? '');
    const asked = { action: 'secretsmanager:GetSecretValue', resource };
    const rows: readonly Row[] = [
      ['a role of ours reads', true, { account: one.place.account }, asked],
      ['Secrets Manager replicates', true, { service: 'secretsmanager' }, asked],
      ['a role of another account reads', false, { account: stranger }, asked],
      ['a request without a signature', false, 'anonymous', asked],
    ];
    return requestsOf(`${plan.root} ${one.address}`, policyOf(one), rows, true);
  });

/** A recovery point is copied to the vaults of the plan, and to no other one. */
export const vaultRequests: Requests = (plan) => {
  const targets = ofType(plan, 'aws_backup_plan')
    .flatMap(({ values }) => bodies(values.rule))
    .flatMap((rule) => bodies(rule.copy_action))
    .map((copy) => asText(copy.destination_vault_arn ?? ''));
  return ofType(plan, 'aws_backup_vault_policy').flatMap((one) => {
    const copy = (to: string, opens: boolean): Row => [
      `a copy to ${to}`,
      opens,
      { account: one.place.account },
      {
        ...{ action: 'backup:CopyFromBackupVault', resource: '*' },
        more: { 'backup:CopyTargets': [to] },
      },
    ];
    const rows: readonly Row[] = [
      ...[...new Set(targets)].map((to) => copy(to, true)),
      copy(`arn:aws:backup:${one.place.region}:${stranger}:backup-vault:x`, false),
      [
        'a restore',
        true,
        { account: one.place.account },
        { action: 'backup:StartRestoreJob', resource: '*' },
      ],
    ];
    return requestsOf(`${plan.root} ${one.address}`, policyOf(one), rows, true);
  });
};

/** Nodes of the environments pull; the policy names their accounts, and no other one. */
export const repositoryRequests: Requests = (plan) =>
  ofType(plan, 'aws_ecr_repository_policy').flatMap((one) => {
    const named = statementsOf(policyOf(one)).flatMap(({ principals }) =>
      isObject(principals) ? [principals.AWS ?? []].flat().map(String) : [],
    );
    const accounts = named.map((arn) => arn.split(':')[4] ?? '');
    const asks = (action: string, account: string, opens: boolean): Row => [
      `${action} of account ${account}`,
      opens,
      { account },
      { action, resource: '*' },
    ];
    const rows = accounts.flatMap((account) => [
      asks('ecr:BatchGetImage', account, true),
      asks('ecr:PutImage', account, false),
    ]);
    return requestsOf(`${plan.root} ${one.address}`, policyOf(one), [
      ...rows,
      asks('ecr:BatchGetImage', stranger, false),
    ]);
  });

/** EventBridge names no account to a log group, whose rule must be of the same one (its user guide, "CloudWatch Logs"). */
const namesNoAccount = ['events'];

/** Who delivers into log groups by a policy of the account. */
export const logRequests: Requests = (plan) =>
  ofType(plan, 'aws_cloudwatch_log_resource_policy').flatMap((one) => {
    const { account } = one.place;
    const rows = statementsOf(policyOf(one)).flatMap(({ principals, resources: groups }) => {
      const service = /([\w.-]+)\.amazonaws\.com/.exec(JSON.stringify(principals))?.[1] ?? '';
      return groups.flatMap((group): readonly Row[] => {
        const asked = { action: 'logs:PutLogEvents', resource: group.replace(/\*$/, 'a') };
        const delivery = (source: string): Row => [
          `${service} of account ${source}`,
          source === account,
          { service },
          {
            ...asked,
            more: namesNoAccount.includes(service) ? {} : { 'aws:SourceAccount': source },
          },
        ];
        return [
          delivery(account),
          ...(namesNoAccount.includes(service) ? [] : [delivery(stranger)]),
          ['a role of another account writes', false, { account: stranger }, asked],
        ];
      });
    });
    return requestsOf(`${plan.root} ${one.address}`, policyOf(one), rows);
  });
