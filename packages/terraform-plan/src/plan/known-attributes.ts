import type { Value, Values } from '../expression/value.ts';
import { policyJson } from './policy-document.ts';

/** Where a provider acts. */
export interface Place {
  readonly region: string;
  readonly account: string;
}

type Derived = (values: Values, place: Place) => Values;

// Only the commercial partition: the catalog has no region outside of it.
const arn = ({ region, account }: Place, service: string, rest: string): string =>
  `arn:aws:${service}:${region}:${account}:${rest}`;

const name = ({ name }: Values): string => String(name);

const iamArn =
  (kind: string): Derived =>
  (values, { account }) => ({
    arn: `arn:aws:iam::${account}:${kind}${values.path ?? '/'}${name(values)}`,
  });

/** ARNs and ids that AWS forms from configured names alone (Service Authorization Reference). */
const managed: Readonly<Record<string, Derived>> = {
  aws_cloudwatch_log_group: (values, place) => ({
    arn: arn(place, 'logs', `log-group:${name(values)}`),
    id: name(values),
  }),
  aws_codebuild_project: (values, place) => ({
    arn: arn(place, 'codebuild', `project/${name(values)}`),
  }),
  aws_db_instance: (values, place) => ({
    arn: arn(place, 'rds', `db:${String(values.identifier)}`),
    // RDS draws what follows the identifier, once for an account and a region.
    address: `${String(values.identifier)}.‹suffix of ${place.account}›.${place.region}.rds.amazonaws.com`,
  }),
  aws_ecr_repository: (values, place) => ({
    arn: arn(place, 'ecr', `repository/${name(values)}`),
    repository_url: `${place.account}.dkr.ecr.${place.region}.amazonaws.com/${name(values)}`,
    id: name(values),
  }),
  aws_eks_cluster: (values, place) => ({
    arn: arn(place, 'eks', `cluster/${name(values)}`),
    id: name(values),
  }),
  aws_iam_instance_profile: iamArn('instance-profile'),
  aws_iam_policy: iamArn('policy'),
  aws_iam_role: (values, place) => ({ ...iamArn('role')(values, place), id: name(values) }),
  aws_s3_bucket: ({ bucket }) => ({ arn: `arn:aws:s3:::${String(bucket)}`, id: String(bucket) }),
  aws_secretsmanager_secret: (values, place) => ({
    // Six characters that AWS draws follow the name.
    arn: arn(place, 'secretsmanager', `secret:${name(values)}-‹suffix›`),
    id: arn(place, 'secretsmanager', `secret:${name(values)}-‹suffix›`),
  }),
  aws_sns_topic: (values, place) => ({
    arn: arn(place, 'sns', name(values)),
    id: arn(place, 'sns', name(values)),
  }),
  aws_sqs_queue: (values, place) => ({ arn: arn(place, 'sqs', name(values)) }),
};

const data: Readonly<Record<string, Derived>> = {
  aws_availability_zones: (_, { region }) => ({ names: ['a', 'b', 'c'].map((z) => region + z) }),
  aws_caller_identity: (_, { account }) => ({ account_id: account, id: account }),
  aws_iam_policy_document: (values) => ({ json: policyJson(values) }),
  aws_partition: () => ({
    partition: 'aws',
    dns_suffix: 'amazonaws.com',
    reverse_dns_prefix: 'com.amazonaws',
  }),
  aws_region: (_, { region }) => ({ id: region, name: region, region }),
};

// A value that only Secrets Manager knows is written as what it is: `‹secret <name>›`.
const ephemeral: Readonly<Record<string, Derived>> = {
  aws_secretsmanager_random_password: () => ({ random_password: '‹random›' }),
  aws_secretsmanager_secret_version: ({ secret_id: id }) => ({
    secret_string: `‹secret ${secretNameIn(String(id))}›`,
  }),
};

/** The name of a secret, from its name or its planned ARN. */
export const secretNameIn = (id: string): string =>
  id.replace(/^arn:[^›]*:secret:/, '').replace(/-‹suffix›$/, '');

/** Configured values and those that follow from them; every other attribute stays unknown. */
export const withKnown = (
  mode: 'managed' | 'data' | 'ephemeral',
  type: string,
  values: Values,
  place: Place,
): Values => {
  const derive = { managed, data, ephemeral }[mode][type];
  const set = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  if (derive === undefined) return set;
  // A name that an apply completes (name_prefix) makes no ARN.
  const derived = Object.entries(derive(set, place)).filter(([, value]) => !isVoid(value));
  return { ...Object.fromEntries(derived), ...set };
};

const isVoid = (value: Value): boolean => typeof value === 'string' && /\bundefined\b/.test(value);
