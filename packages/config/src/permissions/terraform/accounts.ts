import type { AccountName } from '../../assigned/assigned.ts';
import { terraformAccess } from './groups.ts';

/** What an account's roots make, and what they only look up. */
export interface AccountTypes {
  readonly makes: readonly string[];
  readonly looksUp: readonly string[];
}

// Images, and what builds them.
const delivery: readonly string[] = [
  'aws_budgets_budget',
  'aws_cloudwatch_log_group',
  'aws_codebuild_project',
  'aws_codebuild_webhook',
  'aws_codeconnections_connection',
  'aws_ecr_lifecycle_policy',
  'aws_ecr_registry_scanning_configuration',
  'aws_ecr_replication_configuration',
  'aws_ecr_repository',
  'aws_ecr_repository_policy',
  'aws_iam_openid_connect_provider',
  'aws_iam_policy',
  'aws_iam_role',
  'aws_iam_role_policy',
  'aws_iam_role_policy_attachment',
  'aws_kms_alias',
  'aws_kms_key',
  'aws_secretsmanager_secret',
  'aws_security_group',
  'aws_vpc_security_group_egress_rule',
];

const every = Object.keys(terraformAccess);
const isDelivery = (type: string): boolean => /^aws_(codebuild|codeconnections|ecr)_/.test(type);
const isShare = (type: string): boolean => type.startsWith('aws_ram_');
// Staging is one region: nothing to join, and no firewall.
const joins = /^aws_(ec2_transit_gateway|dx_|lb|networkfirewall_|vpc_peering|vpc_endpoint_service)/;

/**
 * Types that no root contains any more. The apply that removes the last of them needs its rights, so they stay
 * here for as long, and then leave the tables too (decision 0077).
 */
export const leavingTypes: readonly string[] = [];

/** The types that the roots of an account may contain; the proof of permissions compares them. */
export const accountTypes = {
  production: { makes: every.filter((type) => !isDelivery(type) && !isShare(type)), looksUp: [] },
  staging: { makes: every.filter((type) => !isDelivery(type) && !joins.test(type)), looksUp: [] },
  delivery: { makes: delivery, looksUp: ['aws_subnet'] },
} as const satisfies Record<AccountName, AccountTypes>;
