import { serviceLinkedRoles } from '@bizflow/config/order';
import {
  isObject,
  type Plan,
  type Resource,
  secretNameIn,
  type Value,
  type Values,
} from '@bizflow/terraform-plan';
import { at } from './made.ts';

type Needs = (resource: Resource, plan: Plan) => readonly string[];

const none: Needs = () => [];

/** The values of one filter of a look-up. */
const filtered = ({ filter }: Values, name: string): readonly string[] =>
  [filter ?? []]
    .flat()
    .flatMap((one) =>
      isObject(one) && one.name === name && Array.isArray(one.values) ? one.values.map(String) : [],
    );

const byTag =
  (kind: string): Needs =>
  (one) =>
    filtered(one.values, 'tag:Name').map((name) => at(`${kind} ${name}`, one));

const secret: Needs = (one) => [
  at(`value of secret ${secretNameIn(String(one.values.secret_id))}`, one),
];

/** What a look-up finds; a type that is missing here is a problem. */
const lookUps: Readonly<Record<string, Needs>> = {
  aws_caller_identity: none,
  aws_ec2_managed_prefix_list: none, // AWS's own
  aws_ec2_transit_gateway: byTag('transit gateway'),
  aws_ec2_transit_gateway_route_table: byTag('transit gateway route table'),
  aws_ec2_transit_gateway_vpc_attachment: byTag('transit gateway attachment'),
  aws_ec2_transit_gateway_dx_gateway_attachment: none, // of an association in the same root
  aws_iam_policy_document: none,
  aws_lb: none, // the cluster's own: PrivateLink comes after its first sync (0067)
  aws_partition: none,
  aws_region: none,
  aws_route_table: byTag('route table'),
  aws_route53_zone: ({ values, place }) => [`zone ${values.name} in ${place.account}`],
  aws_secretsmanager_random_password: none,
  aws_secretsmanager_secret_version: secret,
  aws_subnet: (one) =>
    filtered(one.values, 'owner-id').map((owner) =>
      at(`subnet ${one.values.cidr_block} of ${owner}`, one),
    ),
  // The cluster's own, which is looked up once its clusters have synced (0033).
  aws_wafv2_web_acl: none,
};

const arns = (value: Value | undefined, service: string): readonly string[] =>
  [...JSON.stringify(value ?? null).matchAll(/arn:aws:[^"‹\\]+/g)]
    .map(([arn]) => arn)
    .filter((arn) => arn.split(':')[2] === service);

/** What AWS refuses to make when something of another root is missing. */
const makes: Readonly<Record<string, Needs>> = {
  aws_acm_certificate_validation: (_, { resources }) =>
    resources
      .filter(({ type, mode }) => type === 'aws_route53_zone' && mode === 'data')
      .map(({ values }) => `delegation of ${values.name}`),
  aws_codebuild_webhook: () => ['accepted connection to GitHub'],
  aws_db_instance: ({ values }) =>
    arns(values.replicate_source_db, 'rds').map((arn) => `database ${arn}`),
  aws_ecr_replication_configuration: (one, { resources }) => {
    const names = resources.filter(({ type }) => type === 'aws_ecr_repository');
    const text = JSON.stringify(one.values);
    const regions = [...text.matchAll(/"region":"([^"]+)"/g)].map(([, region = '']) => region);
    return regions.flatMap((region) =>
      names.map(({ values }) =>
        at(`repository ${values.name}`, { place: { ...one.place, region } }),
      ),
    );
  },
  aws_iam_role: ({ values }) =>
    arns(values.permissions_boundary, 'iam').map((arn) => `policy ${arn}`),
  aws_ram_resource_share: ({ values }) =>
    values.allow_external_principals === false ? ['sharing within the organization'] : [],
  aws_s3_bucket_replication_configuration: ({ values }) => [
    ...arns(values.rule, 's3').map((arn) => `bucket ${arn}`),
    ...arns(values.rule, 'kms').map((arn) => {
      const [, , , region = '', account = '', alias = ''] = arn.split(':');
      return at(`key ${alias}`, { place: { region, account } });
    }),
  ],
  aws_secretsmanager_secret: (one) =>
    [one.values.replica ?? []]
      .flat()
      .flatMap((copy) =>
        isObject(copy) && typeof copy.kms_key_id === 'string'
          ? [at(`key ${copy.kms_key_id}`, { place: { ...one.place, region: `${copy.region}` } })]
          : [],
      ),
};

/** Roles of a trust or resource policy: IAM refuses a principal that does not exist. */
const principals = ({ values }: Resource): readonly string[] =>
  [values.policy, values.assume_role_policy].flatMap((policy) =>
    [...String(policy).matchAll(/"AWS":\s*\[?"(arn:aws:iam::\d{12}:role\/[^"]+)"/g)].map(
      ([, arn]) => `role ${arn}`,
    ),
  );

/** What a resource or look-up needs that its own root does not make. */
export const neededBy = (one: Resource, plan: Plan): readonly string[] | undefined => {
  if (one.mode !== 'managed') return lookUps[one.type]?.(one, plan);
  const linked = serviceLinkedRoles
    .filter(({ neededBy: types }) => types.includes(one.type))
    .map(({ service }) => `service-linked role of ${service}`);
  return [...(makes[one.type]?.(one, plan) ?? []), ...principals(one), ...linked];
};
