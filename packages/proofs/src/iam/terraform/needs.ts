import {
  keyUses,
  type PassedRole,
  passedRoles,
  terraformAccess,
  worldwide,
} from '@bizflow/config/permissions';
import { asText, isObject, type Value } from '@bizflow/terraform-plan';
import type { Request } from '../is-allowed.ts';
import type { Contained } from './contained.ts';

/** A call that Terraform makes for a root. */
export interface Need {
  readonly root: string;
  readonly type: string;
  /** Whether a plan makes it, too. */
  readonly reads: boolean;
  readonly request: Request;
}

/** What must be allowed for one resource or data source; nothing for a type without an entry. */
export const needsOf = (one: Contained): readonly Need[] => {
  const access = terraformAccess[one.type];
  if (access === undefined) return [];
  const writes = one.mode === 'managed' ? access.writes : [];
  const { root, type } = one;
  const need = (action: string, reads: boolean): readonly Need[] =>
    requestsFor(action, one).map((request) => ({ root, type, reads, request }));
  return [
    ...access.reads.flatMap((action) => need(action, true)),
    ...writes.flatMap((action) => need(action, false)),
  ];
};

const requestsFor = (action: string, one: Contained): readonly Request[] => {
  const [service = ''] = action.split(':');
  const region = regionOf(service) ?? one.place.region;
  const context = { 'aws:RequestedRegion': region, ...viaService(action, one) };
  if (action === 'iam:PassRole') return passing(one, context);
  if (action === 'secretsmanager:GetSecretValue' && one.values === undefined) return [];
  return [{ action, resource: thing(action, one), context: { ...context, ...ceilingOf(one) } }];
};

const regionOf = (service: string): string | undefined =>
  Object.entries(worldwide).find(([name]) => name === service)?.[1];

const viaService = (action: string, { type, place }: Contained): Request['context'] =>
  keyUses.some((use) => use === action)
    ? { 'kms:ViaService': `${keyUser(type)}.${place.region}.amazonaws.com` }
    : {};

// The service that uses the key is the one whose call comes with it.
const keyUser = (type: string): string =>
  terraformAccess[type]?.writes.find((action) => !/^(kms|iam):/.test(action))?.replace(/:.*/, '') ??
  'secretsmanager';

const passing = (one: Contained, context: Request['context']): readonly Request[] => {
  const passed: PassedRole | undefined = passedRoles[one.type];
  const role = found(one.values, passed?.argument ?? '');
  if (passed === undefined || role === undefined || role === null) return [];
  return passed.to.map((to) => ({
    action: 'iam:PassRole',
    resource: asText(role),
    context: { ...context, 'iam:PassedToService': to },
  }));
};

// The argument may be in a block: `target` of a schedule.
const found = (values: Contained['values'], argument: string): Value | undefined =>
  values?.[argument] ??
  Object.values(values ?? {})
    .flat()
    .filter(isObject)
    .map((block) => block[argument])
    .find((role) => role !== undefined);

// Every role has the boundary; IAM sees it when a role is made or its policies change.
const ceilingOf = ({ type, place: { account } }: Contained): Request['context'] =>
  type.startsWith('aws_iam_role')
    ? { 'iam:PermissionsBoundary': `arn:aws:iam::${account}:policy/bizflow-ceiling` }
    : {};

const thing = (action: string, { type, values, place }: Contained): string => {
  const iam = `arn:aws:iam::${place.account}`;
  if (action === 'iam:CreateServiceLinkedRole' || type === 'aws_iam_service_linked_role') {
    return `${iam}:role/aws-service-role/x/y`;
  }
  if (type === 'aws_iam_openid_connect_provider') return `${iam}:oidc-provider/x`;
  if (type === 'aws_iam_role') return `${iam}:role/${asText(values?.name ?? 'bizflow-x')}`;
  if (type === 'aws_iam_policy') return `${iam}:policy/${asText(values?.name ?? 'bizflow-x')}`;
  if (type.startsWith('aws_iam_role_')) return `${iam}:role/${asText(values?.role ?? 'bizflow-x')}`;
  if (action === 'secretsmanager:GetSecretValue') return secretArn(values, place);
  return '*';
};

const secretArn = (values: Contained['values'], { region, account }: Contained['place']) => {
  const id = asText(values?.secret_id ?? '');
  const arn = id.startsWith('arn:')
    ? id
    : `arn:aws:secretsmanager:${region}:${account}:secret:${id}-‹suffix›`;
  return arn.replace('‹suffix›', 'a1B2c3');
};
