import { asText, ofType, type Plan, type Resource } from '@bizflow/terraform-plan';
import { publishersOf } from './publishers.ts';
import { type PolicyRequest, type Requests, type Row, requestsOf, stranger } from './request.ts';
import { signers } from './signing-requests.ts';

const isKey = ({ type }: Resource): boolean => /^aws_kms_(replica_)?key$/.test(type);

/** How a plan names a key: its own resource, before AWS gives it an ARN. */
const nameOf = ({ address }: Resource): string => `‹${address}.arn›`;

type Use = (plan: Plan, key: string, place: Resource['place']) => readonly Row[];

const logs: Use = (plan, key, { account, region }) => {
  const groups = ofType(plan, 'aws_cloudwatch_log_group').filter(
    ({ values }) => values.kms_key_id === key,
  );
  const row = (group: string, opens: boolean): Row => [
    `logs of ${group}`,
    opens,
    { service: `logs.${region}` },
    {
      action: 'kms:GenerateDataKey',
      resource: key,
      more: { 'kms:EncryptionContext:aws:logs:arn': group },
    },
  ];
  const theirs = `arn:aws:logs:${region}:${stranger}:log-group:x`;
  return groups.length === 0
    ? []
    : [
        ...groups.map(({ values }) => row(asText(values.arn ?? ''), true)),
        row(theirs, account === ''),
      ];
};

const messages: Use = (plan, key) => {
  const isUnderKey = (to: string): boolean =>
    plan.resources.some(
      ({ type, values }) =>
        /^aws_(sns_topic|sqs_queue)$/.test(type) &&
        values.arn === to &&
        values.kms_master_key_id === key,
    );
  return publishersOf(plan)
    .filter(({ to }) => isUnderKey(to))
    .flatMap(({ at, service, saidToKey }) =>
      ['kms:Decrypt', 'kms:GenerateDataKey'].map(
        (action): Row => [at, true, { service }, { action, resource: key, more: saidToKey }],
      ),
    );
};

/** Resources by which a service of AWS uses a key in its own name: type, argument, service, actions. */
const services: readonly (readonly [
  type: string,
  argument: string,
  service: string,
  actions: readonly string[],
])[] = [
  ['aws_cloudtrail', 'kms_key_id', 'cloudtrail', ['kms:GenerateDataKey', 'kms:DescribeKey']],
  [
    'aws_config_delivery_channel',
    's3_kms_key_arn',
    'config',
    ['kms:GenerateDataKey', 'kms:Decrypt'],
  ],
  [
    'aws_route53_key_signing_key',
    'key_management_service_arn',
    'dnssec-route53',
    ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign', 'kms:CreateGrant'],
  ],
];

const sources: Readonly<Record<string, (place: Resource['place'], name: string) => string>> = {
  cloudtrail: ({ account, region }, name) =>
    `arn:aws:cloudtrail:${region}:${account}:trail/${name}`,
  'dnssec-route53': () => 'arn:aws:route53:::hostedzone/Z1',
};

const ofServices: Use = (plan, key, place) =>
  services.flatMap(([type, argument, service, actions]) =>
    ofType(plan, type)
      .filter(({ values }) => values[argument] === key)
      .flatMap(({ address, values }) =>
        actions.map((action): Row => {
          const source = sources[service]?.(place, asText(values.name ?? ''));
          const more = {
            'aws:SourceAccount': place.account,
            ...(source === undefined ? {} : { 'aws:SourceArn': source }),
            ...(action === 'kms:CreateGrant' ? { 'kms:GrantIsForAWSResource': 'true' } : {}),
          };
          return [address, true, { service }, { action, resource: key, more }];
        }),
      ),
  );

/** Disks are encrypted for a role of Auto Scaling that no policy of ours speaks of (EC2 Auto Scaling, "KMS key policy"). */
const disks: Use = (plan, key, { account, region }) =>
  ofType(plan, 'aws_ebs_default_kms_key')
    .filter(({ values }) => values.key_arn === key)
    .flatMap(() =>
      ['kms:GenerateDataKeyWithoutPlaintext', 'kms:CreateGrant', 'kms:DescribeKey'].map(
        (action): Row => [
          'a node gets its disk',
          true,
          { account, isLinked: true },
          {
            ...{ action, resource: key },
            more: { 'kms:CallerAccount': account, 'kms:ViaService': `ec2.${region}.amazonaws.com` },
          },
        ],
      ),
    );

const people = (key: string, account: string): readonly Row[] => [
  ['a role of ours', true, { account }, { action: 'kms:Decrypt', resource: key }],
  ['another account', false, { account: stranger }, { action: 'kms:Decrypt', resource: key }],
];

/** Who uses each key: roles by IAM, services in their own name, and no other account. */
export const keyRequests: Requests = (plan) =>
  plan.resources.filter(isKey).flatMap((one): readonly PolicyRequest[] => {
    const key = nameOf(one);
    return requestsOf(`${plan.root} ${one.address}`, asText(one.values.policy ?? '{}'), [
      ...people(key, one.place.account),
      ...[logs, messages, ofServices, disks, signers].flatMap((use) => use(plan, key, one.place)),
    ]);
  });
