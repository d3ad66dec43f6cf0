import { asText, ofType } from '@bizflow/terraform-plan';
import { type Requests, type Row, requestsOf, stranger } from './request.ts';

/** Without a policy, an endpoint lets everything through (VPC user guide, "Endpoint policies"). */
const noPolicy = '{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}';

interface Home {
  readonly account: string;
  readonly region: string;
}

const bucket = (name: string): string => `arn:aws:s3:::${name}/a`;
const get = (name: string) => ({ action: 's3:GetObject', resource: bucket(name) });
const put = (name: string) => ({ action: 's3:PutObject', resource: bucket(name) });

/** Layers are signed by ECR, and the other two are read without a signature. */
const s3 = ({ account, region }: Home): readonly Row[] => [
  ['a role of ours reads', true, { account }, get('bizflow')],
  ['a role of ours writes', true, { account }, put('bizflow')],
  [
    'containerd follows ECR to a layer (ECR user guide, "VPC endpoints")',
    true,
    { account: stranger },
    get(`prod-${region}-starport-layer-bucket`),
  ],
  [
    'containerd follows registry.k8s.io to a layer (archeio, buckets.go)',
    true,
    'anonymous',
    // The names of these buckets are not promised: this is one of London.
    get(`767373bbdcb8270361b96548387bf2a9ad0d48758c35-${region}`),
  ],
  [
    'dnf reads a repository of Amazon Linux',
    true,
    'anonymous',
    get(`al2023-repos-${region}-de612dc2`),
  ],
  ['an anonymous request writes', false, 'anonymous', put('drop-box')],
  ['stolen credentials of another account read', false, { account: stranger }, get('drop-box')],
  ['stolen credentials of another account write', false, { account: stranger }, put('drop-box')],
];

/** An action by which each endpoint is needed (decision 0056, "permissions"). */
const needed: Readonly<Record<string, string>> = {
  'ecr.api': 'ecr:GetAuthorizationToken',
  'ecr.dkr': 'ecr:BatchGetImage',
  logs: 'logs:PutLogEvents',
  monitoring: 'cloudwatch:PutMetricData',
  secretsmanager: 'secretsmanager:GetSecretValue',
  sts: 'sts:AssumeRole',
};

// A pod asks for its role before it has an identity (STS API, "AssumeRoleWithWebIdentity").
const webIdentity = (role: string) => ({
  action: 'sts:AssumeRoleWithWebIdentity',
  resource: role,
});

const sts = ({ account }: Home): readonly Row[] => [
  ['a pod takes its role', true, 'anonymous', webIdentity(`arn:aws:iam::${account}:role/a`)],
  [
    'a pod takes a role of another account',
    false,
    'anonymous',
    webIdentity(`arn:aws:iam::${stranger}:role/a`),
  ],
];

const ofService = (service: string, home: Home): readonly Row[] => {
  const asked = { action: needed[service] ?? `${service}:Unknown`, resource: '*' };
  return [
    ['a role of ours calls', true, { account: home.account }, asked],
    ['stolen credentials of another account call', false, { account: stranger }, asked],
    ...(service === 'sts' ? sts(home) : []),
  ];
};

/** What passes the endpoints of a VPC, and what its policies keep from leaving. */
export const endpointRequests: Requests = (plan) =>
  ofType(plan, 'aws_vpc_endpoint').flatMap(({ address, place, values }) => {
    const service = asText(values.service_name ?? '').replace(/^com\.amazonaws\.[^.]+\./, '');
    const rows = service === 's3' ? s3(place) : ofService(service, place);
    return requestsOf(`${plan.root} ${address}`, asText(values.policy ?? noPolicy), rows);
  });
