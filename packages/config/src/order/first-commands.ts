import { freeze } from '@bizflow/kernel';
import { globalRegion } from '../foundation/index.ts';
import { serviceLinkedRoles } from './service-linked-roles.ts';

/** Makes the service-linked roles that an account lacks; run once in each account, with its credentials. */
export const serviceLinkedRoleCommands: readonly string[] = freeze([
  "there=$(aws iam list-roles --path-prefix /aws-service-role/ --query 'Roles[].RoleName' --output text)",
  'while read -r service role; do',
  '  grep -qw "$role" <<< "$there" ||',
  '    aws iam create-service-linked-role --aws-service-name "$service" > /dev/null',
  "done <<'ROLES'",
  ...serviceLinkedRoles.map(({ service, role }) => `${service} ${role}`),
  'ROLES',
]);

/** Makes the bucket of a root's state, whose name its `terraform.tf.json` has. */
export const stateBucketCommands: readonly string[] = freeze([
  `where="LocationConstraint=$region"; [ "$region" = ${globalRegion} ] && where=`,
  `aws s3api create-bucket --bucket "$bucket" --region "$region" \${where:+--create-bucket-configuration "$where"}`,
  'aws s3api put-bucket-versioning --bucket "$bucket" --region "$region" --versioning-configuration Status=Enabled',
  'aws s3api put-public-access-block --bucket "$bucket" --region "$region" --public-access-block-configuration \\',
  '  BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
]);

/** Variables that no fact may hold, with made-up values: without the first, roots that page refuse a plan. */
export const givenByHand = freeze({
  TF_VAR_pagerduty_endpoint: 'https://events.pagerduty.com/integration/key/enqueue',
});
