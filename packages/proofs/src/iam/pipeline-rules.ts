import { type Problem, problem } from '@bizflow/kernel';
import { isAllowed } from './is-allowed.ts';
import { label } from './role-rules.ts';
import type { Role } from './roles.ts';

type Call = readonly [expected: boolean, action: string, resource: string, region: string];

/** The role that applies Terraform loses nothing for good, and does not change itself. */
const applies = ({ place: { account }, name }: Role, region: string): readonly Call[] => {
  const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;
  const own = `arn:aws:iam::${account}:role/${name}`;
  return [
    [true, 'kms:CreateKey', '*', region],
    [false, 'kms:CreateKey', '*', 'elsewhere'],
    [false, 'iam:CreateUser', `arn:aws:iam::${account}:user/x`, region],
    [false, 'rds:DeleteDBInstance', arn('rds', 'db:x'), region],
    [false, 's3:DeleteBucket', 'arn:aws:s3:::bizflow-terraform', region],
    [false, 'kms:ScheduleKeyDeletion', arn('kms', 'key/1'), region],
    [false, 'cloudtrail:StopLogging', arn('cloudtrail', 'trail/x'), region],
    [false, 'iam:PutRolePolicy', own, region],
    [false, 'iam:UpdateAssumeRolePolicy', own, region],
    [false, 's3:GetObject', 'arn:aws:s3:::bizflow-production-x-data/a', region],
    [false, 'kms:Decrypt', arn('kms', 'key/1'), region],
  ];
};

/** A role that plans reads states and what Terraform writes itself, but no data of people or of providers. */
const plans = ({ place: { account } }: Role, region: string): readonly Call[] => {
  const state = `arn:aws:s3:::bizflow-terraform-${region}-${account}/a.tfstate`;
  const secret = `secret:bizflow/production/${region}/twilio-a1B2c3`;
  const role = `arn:aws:iam::${account}:role/bizflow-production-github-apply`;
  return [
    [true, 's3:GetObject', state, region],
    [false, 's3:PutObject', state, region],
    [false, 's3:GetObject', `arn:aws:s3:::bizflow-production-${region}-data-${account}/a`, region],
    [
      false,
      'secretsmanager:GetSecretValue',
      `arn:aws:secretsmanager:${region}:${account}:${secret}`,
      region,
    ],
    [false, 'sts:AssumeRole', role, region],
  ];
};

const wrongAnswers = (role: Role, calls: readonly Call[]): readonly Problem[] =>
  calls
    .filter(([expected, action, resource, region]) => {
      const context = { 'aws:RequestedRegion': region };
      return isAllowed(role.statements, { action, resource, context }) !== expected;
    })
    .map(([expected, action, resource]) =>
      problem({
        code: expected ? 'PIPELINE_STOPPED' : 'PIPELINE_FREE',
        at: label(role),
        value: `${action} ${resource}`,
        reason: expected ? 'the role must be allowed this' : 'the role must not be allowed this',
        remedy: 'correct the policy of the role in terraform/modules/github-access/',
      }),
    );

/** What the roles of the delivery pipeline may do to Terraform's state and to what it made. */
export const pipelineRules = (roles: readonly Role[], region: string): readonly Problem[] => [
  ...roles
    .filter(({ name }) => name.endsWith('-github-apply'))
    .flatMap((role) => wrongAnswers(role, applies(role, region))),
  ...roles
    .filter(({ name }) => /-github-(plan|propose)$/.test(name))
    .flatMap((role) => wrongAnswers(role, plans(role, region))),
];
