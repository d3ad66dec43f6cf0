import { variables } from '@bizflow/config';
import {
  argoCdHost,
  bucketName,
  cdnHost,
  loadBalancerHost,
  logGroup,
  secretName,
} from '@bizflow/config/names';
import type { Thing } from '@bizflow/config/permissions';
import { applicationTokens, releaseTokens } from '@bizflow/config/release';
import { repositoryAccess, signOn } from '@bizflow/config/sign-on';
import { loginsOf, tenancy } from '@bizflow/config/tenancy';
import { asText, bodies, type Value } from '@bizflow/terraform-plan';
import { arnIn, found, type Meeting, type Target, target } from './target.ts';

const buckets = ({ cluster }: Meeting): readonly string[] =>
  cluster.region.buckets.map((bucket) => bucketName(cluster, bucket));

/** A key as a root names it, used through the service that encrypts with it. */
const keys = (at: Meeting, found: readonly (Value | undefined)[], service?: string) =>
  [...new Set(found.map((key) => asText(key ?? '')))].flatMap((key) =>
    target(
      at,
      key,
      service === undefined
        ? {}
        : { 'kms:ViaService': `${service}.${at.cluster.region.id}.amazonaws.com` },
    ),
  );

// AWS appends a dash and six characters to a secret's name.
const secrets = (at: Meeting, names: readonly string[]): readonly Target[] =>
  names.flatMap((name) =>
    target(at, arnIn(at, 'secretsmanager', `secret:${secretName(at.cluster, name)}-a1B2c3`)),
  );

const inLogs = (at: Meeting, group: string): readonly Target[] =>
  target(at, arnIn(at, 'logs', `log-group:${group}:log-stream:x`));

const bucketKeys = (at: Meeting): readonly (Value | undefined)[] =>
  found(at, 'aws_s3_bucket_server_side_encryption_configuration')
    .filter(({ values }) => buckets(at).includes(asText(values.bucket ?? '')))
    .flatMap(({ values }) => bodies(values.rule))
    .flatMap((rule) => bodies(rule.apply_server_side_encryption_by_default))
    .map((encryption) => encryption.kms_master_key_id);

const records = (at: Meeting): readonly Target[] =>
  [loadBalancerHost, cdnHost, argoCdHost]
    .map((name) => name(at.cluster))
    .flatMap((host) =>
      // A load balancer is named by an alias of IPv4 or IPv6; the mark of a record carries its type before its name.
      [
        ['A', host],
        ['AAAA', host],
        ['TXT', `a-${host}`],
        ['TXT', `aaaa-${host}`],
        ['TXT', `cname-${host}`],
      ].flatMap(([type = '', name = '']) =>
        target(at, 'arn:aws:route53:::hostedzone/Z1', {
          'route53:ChangeResourceRecordSetsNormalizedRecordNames': [name],
          'route53:ChangeResourceRecordSetsRecordTypes': [type],
        }),
      ),
    );

/** What pods and collectors meet, and every key under which it is encrypted, as the plan names it. */
export const dataThings = {
  bucket: (at) => buckets(at).flatMap((name) => target(at, `arn:aws:s3:::${name}`)),
  bucketObject: (at) => buckets(at).flatMap((name) => target(at, `arn:aws:s3:::${name}/a`)),
  bucketKey: (at) => keys(at, bucketKeys(at), 's3'),
  applicationKey: (at) =>
    keys(
      at,
      found(at, 'aws_ebs_default_kms_key').map(({ values }) => values.key_arn),
    ),
  queue: (at) =>
    found(at, 'aws_sqs_queue').flatMap(({ values }) => target(at, asText(values.arn ?? ''))),
  queueKey: (at) =>
    keys(
      at,
      found(at, 'aws_sqs_queue').map(({ values }) => values.kms_master_key_id),
      'sqs',
    ),
  secret: (at) =>
    secrets(at, [
      ...Object.values(variables).flatMap((one) => (one.kind === 'secret' ? [one.secret] : [])),
      tenancy.secret,
      ...loginsOf(tenancy).map(({ secret }) => secret),
    ]),
  notificationSecret: (at) => secrets(at, Object.values(releaseTokens(at.cluster.environment))),
  argoCdSecret: (at) => secrets(at, [signOn.clientSecret, repositoryAccess.privateKey]),
  syncNotificationSecret: (at) => secrets(at, Object.values(applicationTokens)),
  tenantSecret: (at) => secrets(at, ['tenant-x/key']),
  secretKey: (at) =>
    keys(
      at,
      found(at, 'aws_secretsmanager_secret').map(({ values }) => values.kms_key_id),
      'secretsmanager',
    ),
  clusterKey: (at) =>
    keys(
      at,
      found(at, 'aws_eks_cluster')
        .flatMap(({ values }) => bodies(values.encryption_config))
        .flatMap((one) => bodies(one.provider))
        .map(({ key_arn: key }) => key),
    ),
  metricLogs: (at) => inLogs(at, logGroup(at.cluster, 'metrics')),
  fargateLogs: (at) => inLogs(at, logGroup(at.cluster, 'fargate')),
  containerLogs: (at) =>
    ['application', 'dataplane', 'host', 'performance'].flatMap((kind) =>
      inLogs(at, `/aws/containerinsights/${at.cluster.name}/${kind}`),
    ),
  metricNamespace: (at) => target(at, '*', { 'cloudwatch:namespace': 'ContainerInsights' }),
  workspace: (at) => target(at, arnIn(at, 'aps', `workspace/${at.cluster.prometheusWorkspace}`)),
  zone: (at) => target(at, 'arn:aws:route53:::hostedzone/Z1'),
  ownRecord: records,
  cluster: (at) => target(at, arnIn(at, 'eks', `cluster/${at.cluster.name}`)),
  parameter: (at) =>
    target(at, `arn:aws:ssm:${at.cluster.region.id}::parameter/aws/service/bottlerocket/x`),
} satisfies { readonly [thing in Thing]?: (at: Meeting) => readonly Target[] };
