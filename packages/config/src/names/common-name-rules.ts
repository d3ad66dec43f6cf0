import { type Problem, unless } from '@bizflow/kernel';
import { delivery } from '../delivery/delivery.ts';
import { notifications } from '../release/notifications.ts';
import { groups } from '../sign-on/groups.ts';
import { originHeader } from './names.ts';
import { pipelineGroup } from './pipeline-names.ts';

interface Named {
  readonly at: string;
  readonly name: string;
  readonly of: RegExp;
  readonly what: string;
}

const named = (): readonly Named[] => [
  // Cognito API, `ProviderName`: 32 characters; the project uses letters, digits and dashes.
  ...Object.entries(groups).map(([key, name]) => ({
    ...{ at: `signOn.groups.${key}`, name, of: /^[A-Za-z][A-Za-z0-9-]{0,31}$/ },
    what: 'a group of at most 32 letters, digits and dashes',
  })),
  // Slack, "Naming channels": without the sign before it.
  ...[notifications.approvals, notifications.alerts].map((name, index) => ({
    ...{ at: `guesses.${index === 0 ? 'approvals' : 'alerts'}Channel`, name },
    of: /^[a-z0-9][a-z0-9_-]{0,79}$/,
    what: 'a Slack channel, without # before it',
  })),
  {
    ...{ at: 'names.originHeader', name: originHeader, of: /^x-[a-z0-9-]{1,38}$/ },
    what: "a header of our own, which begins with x-: others are HTTP's and CloudFront's",
  },
  // Kubernetes, "RBAC": system: is its own.
  {
    ...{ at: 'names.pipelineGroup', name: pipelineGroup, of: /^(?!system:)[a-z][a-z0-9:-]{1,62}$/ },
    what: 'a group of our own: system: is of Kubernetes',
  },
  {
    ...{ at: 'delivery.delivery.key', name: delivery.key, of: /^(?!aws\/)[a-zA-Z0-9/_-]{1,200}$/ },
    what: 'the end of a KMS alias',
  },
];

/** Names that belong to no environment and no region are as AWS, Kubernetes and Slack take them. */
export const commonNameRules = (names: readonly Named[] = named()): readonly Problem[] =>
  names.flatMap(({ at, name, of, what }, index) => [
    ...unless(of.test(name), {
      code: 'NAME_FORM',
      at,
      value: name,
      reason: `is not ${what}`,
      remedy: `write ${what}`,
    }),
    ...unless(names.findIndex((other) => other.what === what && other.name === name) === index, {
      code: 'NAME_TWICE',
      at,
      value: name,
      reason: 'is already the name of another one',
      remedy: 'give each its own name',
    }),
  ]);
