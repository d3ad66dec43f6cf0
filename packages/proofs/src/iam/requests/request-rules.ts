import { type Problem, problem } from '@bizflow/kernel';
import { type PolicyRequest, passes } from './request.ts';

const whom = ({ by }: PolicyRequest): string =>
  by === 'anonymous'
    ? 'a request without a signature'
    : 'service' in by
      ? `${by.service}.amazonaws.com`
      : `account ${by.account}`;

/** Each request gets the answer that it must get. */
export const requestRules = (requests: readonly PolicyRequest[]): readonly Problem[] =>
  requests
    .filter((one) => passes(one) !== one.opens)
    .map((one) =>
      problem({
        code: one.opens ? 'REQUEST_REFUSED' : 'REQUEST_ALLOWED',
        at: `${one.at}: ${one.what}`,
        value: `${one.action} ${one.resource}`,
        reason: one.opens
          ? `must pass, but the policy refuses it to ${whom(one)}`
          : `must be refused, but the policy allows it to ${whom(one)}`,
        remedy: 'correct the policy, with the keys that the caller really sends',
      }),
    );
