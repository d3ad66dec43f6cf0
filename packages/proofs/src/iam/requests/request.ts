import { isObject, type Plan } from '@bizflow/terraform-plan';
import { isAllowed, type Request } from '../is-allowed.ts';
import { type Statement, statementsOf } from '../policy.ts';

/** Who asks: a service of AWS by its short name, anyone of an account, or `anonymous` for a request without a signature. */
export type Caller =
  | { readonly service: string }
  /** A service-linked role takes no rights from the account's own policies. */
  | { readonly account: string; readonly isLinked?: boolean }
  | 'anonymous';

/** A request that meets a policy, with the context that its service really sends. */
export interface PolicyRequest extends Request {
  /** The root and address of what the policy belongs to. */
  readonly at: string;
  /** In words: `a plain PutObject`. */
  readonly what: string;
  readonly by: Caller;
  /** What the policy says. */
  readonly policy: readonly Statement[];
  /** Whether a role or another policy allows it already, so that only a Deny could stop it. */
  readonly allowedElsewhere: boolean;
  /** Whether it must pass. */
  readonly opens: boolean;
}

/** Requests of one policy; each row says what is done, whether it must pass, by whom, and what the request carries. */
export type Row = readonly [
  what: string,
  opens: boolean,
  by: Caller,
  asked: Pick<Request, 'action' | 'resource'> & { readonly more?: Request['context'] },
];

/** An account that is none of ours. */
export const stranger = '9'.repeat(12);

/** What every request carries, by who sends it (IAM user guide, "Global condition context keys", "Principal keys"). */
const contextOf = (by: Caller): Request['context'] => ({
  'aws:SecureTransport': 'true',
  ...(by === 'anonymous'
    ? { 'aws:PrincipalType': 'Anonymous', 'aws:PrincipalAccount': 'anonymous' }
    : 'service' in by
      ? { 'aws:PrincipalIsAWSService': 'true', 'aws:PrincipalAccount': 'aws' }
      : {
          'aws:PrincipalIsAWSService': 'false',
          'aws:PrincipalAccount': by.account,
          'aws:PrincipalType': 'AssumedRole',
        }),
});

// The policy of a repository names no resource: it is its own (ECR user guide, "Repository policies").
const onItself = (one: Statement): Statement =>
  one.resources.length + one.notResources.length > 0 ? one : { ...one, resources: ['*'] };

/** The rows of one policy as requests. */
export const requestsOf = (
  at: string,
  policy: string,
  rows: readonly Row[],
  allowedElsewhere: PolicyRequest['allowedElsewhere'] = false,
): readonly PolicyRequest[] =>
  rows.map(([what, opens, by, { action, resource, more }]) => ({
    at,
    what,
    by,
    action,
    resource,
    context: { ...contextOf(by), ...more },
    policy: statementsOf(policy).map(onItself),
    allowedElsewhere,
    opens,
  }));

const isIts = (principals: Statement['principals'], by: Caller): boolean => {
  if (principals === '*') return true;
  if (!isObject(principals)) return false;
  const named = (kind: string): readonly unknown[] => [principals[kind] ?? []].flat();
  if (named('AWS').includes('*')) return true;
  if (by === 'anonymous') return false;
  return 'service' in by
    ? named('Service').includes(`${by.service}.amazonaws.com`)
    : by.isLinked !== true && named('AWS').some((arn) => String(arn).split(':')[4] === by.account);
};

const anything: Statement = {
  ...{ sid: '', effect: 'Allow', principals: '*', conditions: [] },
  ...{ actions: ['*'], resources: ['*'], notActions: [], notResources: [] },
};

/** What the policies on the way answer. */
export const passes = ({ by, policy, allowedElsewhere, ...request }: PolicyRequest): boolean =>
  isAllowed(
    [
      ...(allowedElsewhere && by !== 'anonymous' ? [anything] : []),
      ...policy.filter(({ principals }) => isIts(principals, by)),
    ],
    request,
  );

/** Makes the requests that meet some policies of a root. */
export type Requests = (plan: Plan) => readonly PolicyRequest[];
