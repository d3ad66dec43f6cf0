import { globalRegion } from '@bizflow/config/foundation';
import { neverByMachine } from '@bizflow/config/permissions';
import { type Problem, problem } from '@bizflow/kernel';
import { isAllowed, type Request } from '../is-allowed.ts';
import { label } from '../role-rules.ts';
import type { Role } from '../roles.ts';

/** The longest managed policy, all policies written into a role, and how many may be attached ("IAM quotas"). */
const quotas = { managed: 6144, inline: 10_240, attached: 10 } as const;

/** Ways in which a role could become stronger than it is, or lose what cannot be had again. */
const attempts = ({ place: { account }, name }: Role): readonly Request[] => {
  const iam = `arn:aws:iam::${account}`;
  const ceiling = `${iam}:policy/bizflow-ceiling`;
  const below = { 'iam:PermissionsBoundary': ceiling };
  const other = { 'iam:PermissionsBoundary': `${iam}:policy/bizflow-other` };
  const made = `${iam}:role/bizflow-new`;
  const own = `${iam}:role/${name}`;
  const ask = (action: string, resource: string, context: Request['context'] = {}): Request => ({
    action,
    resource,
    context: { 'aws:RequestedRegion': globalRegion, ...context },
  });
  return [
    ...['iam:CreateRole', 'iam:PutRolePolicy', 'iam:AttachRolePolicy'].flatMap((action) => [
      ask(action, made),
      ask(action, made, other),
      ask(action, own, below),
      ask(action, `${iam}:role/Administrator`, below),
    ]),
    ask('iam:PutRolePermissionsBoundary', made, other),
    ask('iam:DeleteRolePermissionsBoundary', made, below),
    ...['iam:UpdateAssumeRolePolicy', 'iam:DeleteRolePolicy', 'iam:DetachRolePolicy'].flatMap(
      (action) => [ask(action, own, below), ask(action, `${iam}:role/Administrator`, below)],
    ),
    ask('iam:PassRole', own, { 'iam:PassedToService': 'ec2.amazonaws.com' }),
    ...['iam:CreatePolicyVersion', 'iam:DeletePolicy', 'iam:SetDefaultPolicyVersion'].flatMap(
      (action) => [ask(action, ceiling), ask(action, `${iam}:policy/${name}-data`)],
    ),
    ask(
      'iam:AddClientIDToOpenIDConnectProvider',
      `${iam}:oidc-provider/token.actions.githubusercontent.com`,
    ),
    ask('iam:CreateUser', `${iam}:user/x`),
    ask('iam:CreateAccessKey', `${iam}:user/x`),
    ask('sts:AssumeRole', `${iam}:role/Administrator`),
    ...neverByMachine.map((action) => ask(action, '*')),
  ];
};

/** GitHub's roles stay below their ceiling, whatever policy they give themselves or a role that they make. */
export const ceilingRules = (role: Role): readonly Problem[] =>
  attempts(role)
    .filter((request) => isAllowed(role.statements, request))
    .map(({ action, resource, context }) =>
      problem({
        code: 'CEILING_LOW',
        at: label(role),
        value: `${action} ${resource} ${context['iam:PermissionsBoundary'] ?? ''}`.trim(),
        reason: 'the role could raise its own rights, or delete what cannot be recreated',
        remedy: 'correct terraform/modules/github-access/ceiling.tf',
      }),
    );

/** Every role that Terraform makes has its account's ceiling. */
export const boundaryRules = (roles: readonly Role[]): readonly Problem[] =>
  roles
    .filter(
      ({ boundary, place }) => boundary !== `arn:aws:iam::${place.account}:policy/bizflow-ceiling`,
    )
    .map((role) =>
      problem({
        code: 'CEILING_MISSING',
        at: label(role),
        value: role.boundary || 'no permissions_boundary',
        reason:
          'the role that applies must not create a role without the permissions boundary of its account',
        remedy: 'set permissions_boundary to the policy bizflow-ceiling of the account',
      }),
    );

/** Policies fit into what IAM takes. */
export const quotaRules = (roles: readonly Role[]): readonly Problem[] =>
  roles.flatMap((role) => {
    const { inline, attached } = role.lengths;
    const tell = (value: string, reason: string): Problem =>
      problem({
        code: 'POLICY_TOO_LONG',
        at: label(role),
        value,
        reason,
        remedy: 'split the policy (packages/config/src/permissions/terraform/groups.ts)',
      });
    return [
      ...attached
        .filter((length) => length > quotas.managed)
        .map((length) => tell(`${length} characters`, 'IAM takes 6,144 in one policy')),
      ...(inline > quotas.inline
        ? [tell(`${inline} characters`, 'IAM takes 10,240 in all policies written into a role')]
        : []),
      ...(attached.length + role.managed.length > quotas.attached
        ? [tell(`${attached.length} policies`, 'IAM attaches ten policies to a role')]
        : []),
    ];
  });
