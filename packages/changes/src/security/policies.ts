import {
  type AnsweredRequest,
  answeredRequests,
  type Statement,
  statementsOf,
} from '@bizflow/proofs';
import { asText, type Plan, type Value } from '@bizflow/terraform-plan';
import { inNamedRoot } from '../at.ts';
import { changedRoots, placeOfRoot, type ResourceChange } from '../difference/resources.ts';
import { rule } from '../effect.ts';
import { byFate, ofAttribute, ofObject, ofResource, stays } from '../effects-of.ts';
import { shown } from '../text.ts';

/** Requests that a bucket, key, topic, queue, secret or endpoint answers otherwise. */
export const requests = rule('security/resource-policy', ({ before, after }) =>
  changedRoots(before, after).flatMap(({ root, was, is }) => {
    const old = new Map(answersOf(was).map((one) => [keyOf(one), one.passes]));
    return answersOf(is).flatMap((one) => {
      const passed = old.get(keyOf(one));
      if (passed === undefined || passed === one.passes) return [];
      const [, ...address] = one.at.split(' ');
      return [
        {
          place: placeOfRoot(root),
          to: address.join(' '),
          does: one.passes ? `lets ${one.what} pass from now on` : `refuses ${one.what}`,
          at: inNamedRoot(one.at),
        },
      ];
    });
  }),
);

const answersOf = (plan: Plan | undefined): readonly AnsweredRequest[] =>
  plan === undefined ? [] : answeredRequests(plan);

const keyOf = ({ at, what, action, resource }: AnsweredRequest): string =>
  [at, what, action, resource].join(' ');

const trusting = ['assume_role_policy', 'permissions_boundary'];

/** Who may take a role. */
export const trust = rule('security/trust', ({ resources }) =>
  resources
    .filter((one) => one.type === 'aws_iam_role')
    .flatMap((one) =>
      stays(one)
        ? one.fields
            .filter(({ field }) => trusting.includes(field.slice(1)))
            .map((field) => ({
              ...ofAttribute(one, field, 'can be taken by others, or within another boundary'),
              before: principals(one.before?.values.assume_role_policy),
              after: principals(one.after?.values.assume_role_policy),
            }))
        : [ofResource(one, one.after === undefined ? 'goes' : 'can be taken')],
    ),
);

const principals = (policy: Value | undefined): string =>
  typeof policy === 'string'
    ? statementsOf(policy)
        .map(({ principals: who, conditions }: Statement) => `${shown(who)} ${shown(conditions)}`)
        .join('; ')
    : asText(policy === undefined || policy === null ? 'none' : JSON.stringify(policy));

// The secret itself is a store of data.
const secret = /^aws_(?:ssm_parameter|secretsmanager_secret_(?:version|rotation))$/;

/** Secrets that come or go, and how they rotate. */
export const secrets = rule('security/secret', ({ resources, objects }) => [
  ...resources
    .filter(({ type }: ResourceChange) => secret.test(type))
    .map((one) =>
      ofResource(
        one,
        byFate(one, ['is written', 'is no longer written', 'gets another value or rotation']),
      ),
    ),
  ...objects
    .filter(({ kind }) => /^(?:ExternalSecret|SecretStore|ClusterSecretStore)$/.test(kind))
    .map((one) =>
      ofObject(
        one,
        byFate(one, [
          'brings a secret',
          'no longer brings its secret',
          'takes its values from elsewhere',
        ]),
      ),
    ),
]);
