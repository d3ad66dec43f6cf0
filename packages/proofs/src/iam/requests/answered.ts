import type { Plan } from '@bizflow/terraform-plan';
import { everyRequest } from './every-request.ts';
import { type Caller, passes } from './request.ts';

/** A request that a resource policy answers. */
export interface AnsweredRequest {
  /** The root and address of what the policy belongs to. */
  readonly at: string;
  /** `a plain PutObject by anyone of the account 111122223333`. */
  readonly what: string;
  readonly action: string;
  readonly resource: string;
  readonly passes: boolean;
}

/** Every request that the policies of a root are asked, with their answer. */
export const answeredRequests = (plan: Plan): readonly AnsweredRequest[] =>
  everyRequest(plan).map((one) => ({
    at: one.at,
    what: `${one.what} by ${callerName(one.by)}`,
    action: one.action,
    resource: one.resource,
    passes: passes(one),
  }));

const callerName = (by: Caller): string => {
  if (by === 'anonymous') return 'anyone';
  return 'service' in by ? `${by.service}.amazonaws.com` : `the account ${by.account}`;
};
