import { freeze } from '@bizflow/kernel';
import type { AccessTable } from './access.ts';

/** Roles and providers of identities. What is passed to whom is a table of its own (`passed-roles.ts`). */
export const identity = freeze({
  service: 'iam',
  tags: '',
  source: 'internal/service/iam',
  types: {
    aws_iam_role: [
      'GetRole ListRolePolicies GetRolePolicy ListAttachedRolePolicies',
      'CreateRole UpdateRole UpdateRoleDescription UpdateAssumeRolePolicy PutRolePermissionsBoundary TagRole UntagRole ListInstanceProfilesForRole DeleteRole',
    ],
    aws_iam_role_policy: ['GetRolePolicy', 'PutRolePolicy DeleteRolePolicy'],
    aws_iam_role_policy_attachment: [
      'ListAttachedRolePolicies',
      'AttachRolePolicy DetachRolePolicy',
    ],
    aws_iam_policy: [
      'GetPolicy GetPolicyVersion',
      'CreatePolicy CreatePolicyVersion DeletePolicyVersion ListPolicyVersions TagPolicy UntagPolicy DeletePolicy',
    ],
    aws_iam_openid_connect_provider: [
      'GetOpenIDConnectProvider',
      'CreateOpenIDConnectProvider AddClientIDToOpenIDConnectProvider RemoveClientIDFromOpenIDConnectProvider UpdateOpenIDConnectProviderThumbprint TagOpenIDConnectProvider UntagOpenIDConnectProvider DeleteOpenIDConnectProvider',
    ],
    aws_iam_service_linked_role: ['GetRole', 'CreateServiceLinkedRole'],
  },
} as const satisfies AccessTable);
