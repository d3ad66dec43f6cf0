import { type Problem, problem } from '@bizflow/kernel';
import type { Plan } from '@bizflow/terraform-plan';
import { bucketRequests } from './bucket-requests.ts';
import { endpointRequests } from './endpoint-requests.ts';
import { keyRequests } from './key-requests.ts';
import { messageRequests } from './message-requests.ts';
import {
  logRequests,
  repositoryRequests,
  secretRequests,
  vaultRequests,
} from './other-requests.ts';
import { unknownPublishers } from './publishers.ts';
import type { PolicyRequest } from './request.ts';
import { resourcePoliciesOf } from './resource-policies.ts';

const tables = [
  bucketRequests,
  keyRequests,
  messageRequests,
  secretRequests,
  vaultRequests,
  repositoryRequests,
  logRequests,
  endpointRequests,
];

/** The table: who asks for what, of what, with which context, over every policy of a root. */
export const everyRequest = (plan: Plan): readonly PolicyRequest[] =>
  tables.flatMap((table) => table(plan));

const unasked = (at: string, what: string): Problem =>
  problem({
    code: 'POLICY_UNASKED',
    at,
    value: what,
    reason: 'is in none of the tested requests, so that nothing shows what the policy does',
    remedy: 'add the requests of its callers to packages/proofs/src/iam/requests/',
  });

/** Every policy is asked for something that must pass and for something that must not, and each sender is known. */
export const tableRules = (plan: Plan): readonly Problem[] => {
  const requests = everyRequest(plan);
  const asks = (at: string, opens: boolean): boolean =>
    requests.some((one) => one.at === at && one.opens === opens);
  return [
    ...resourcePoliciesOf(plan).flatMap(({ at }) => [
      ...(asks(at, true) ? [] : [unasked(at, 'what must pass')]),
      ...(asks(at, false) ? [] : [unasked(at, 'what must not pass')]),
    ]),
    ...unknownPublishers(plan).map(({ address, type }) =>
      unasked(`${plan.root} ${address}`, `a topic or queue of ${type}`),
    ),
  ];
};
