import { type Problem, problem } from '@bizflow/kernel';
import { isAllowed } from './is-allowed.ts';
import { label } from './role-rules.ts';
import type { Role } from './roles.ts';

type Call = readonly [action: string, resource: string];

/** Calls that would read, change or destroy what a region of an environment holds. */
const callsTo = (environment: string, region: string, account: string): readonly Call[] => {
  const name = `bizflow-${environment}-${region}`;
  const path = `bizflow/${environment}/${region}`;
  const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;
  return [
    ['s3:GetObject', `arn:aws:s3:::${name}-data-${account}/a`],
    ['s3:PutObject', `arn:aws:s3:::${name}-data-${account}/a`],
    ['secretsmanager:GetSecretValue', arn('secretsmanager', `secret:${path}/database-a1B2c3`)],
    ['wafv2:UpdateWebACL', arn('wafv2', `regional/webacl/${name}-direct/1`)],
    ['logs:PutLogEvents', arn('logs', `log-group:/${path}/fargate:x`)],
    ['rds:PromoteReadReplica', arn('rds', 'db:bizflow-primary')],
    ['kms:Decrypt', arn('kms', 'key/1')],
    ['ec2:TerminateInstances', arn('ec2', 'instance/i-1')],
    [
      'elasticloadbalancing:DeleteLoadBalancer',
      arn('elasticloadbalancing', 'loadbalancer/app/x/1'),
    ],
  ];
};

/** A role of a region may do nothing to another region of its environment. */
export const regionRules = (
  roles: readonly Role[],
  environment: string,
  regions: readonly string[],
): readonly Problem[] =>
  roles
    .filter(({ root, place }) => root === `environments/${environment}/${place.region}`)
    .flatMap((role) =>
      regions
        .filter((region) => region !== role.place.region)
        .flatMap((region) =>
          callsTo(environment, region, role.place.account)
            .filter(([action, resource]) =>
              isAllowed(role.statements, {
                action,
                resource,
                context: { 'aws:RequestedRegion': region },
              }),
            )
            .map(([action, resource]) =>
              problem({
                code: 'REGION_REACHED',
                at: label(role),
                value: `${action} ${resource}`,
                reason: `a role of ${role.place.region} may do this in ${region}`,
                remedy: "narrow the role's resources to its own region",
              }),
            ),
        ),
    );
