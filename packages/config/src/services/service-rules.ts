import { type Problem, unless } from '@bizflow/kernel';
import { clusters } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { roleName } from '../names/names.ts';
import { serviceNumberRules } from './service-number-rules.ts';
import { serviceResourceRules } from './service-resource-rules.ts';

type Rule = (fleet: Fleet) => readonly Problem[];

// RFC 1123 label; the namespace `bizflow-<name>` must fit its 63 characters as well.
const label = /^[a-z]([a-z0-9-]{0,53}[a-z0-9])?$/;

const names: Rule = ({ services }) =>
  services.flatMap(({ name }, index) => [
    ...unless(label.test(name), {
      code: 'SERVICE_NAME',
      at: `services[${index}].name`,
      value: name,
      reason: 'must be a DNS label of at most 55 characters (RFC 1123)',
      remedy: 'use lower-case letters, digits and dashes, starting with a letter',
    }),
    ...unless(services.findIndex((other) => other.name === name) === index, {
      code: 'SERVICE_NAME_TWICE',
      at: `services[${index}].name`,
      value: name,
      reason: 'is already the name of another service',
      remedy: 'give each service its own name',
    }),
  ]);

// IAM user guide, "IAM and AWS STS quotas": role names have at most 64 characters.
const roles: Rule = (fleet) =>
  fleet.services.flatMap((service, index) => {
    const longest = clusters(fleet)
      .map((cluster) => roleName(cluster, service))
      .reduce((a, b) => (b.length > a.length ? b : a), '');
    return unless(longest.length <= 64, {
      code: 'SERVICE_ROLE_NAME',
      at: `services[${index}].name`,
      value: service.name,
      reason: `makes an IAM role name of ${longest.length} characters; the limit is 64`,
      remedy: `shorten the name by ${longest.length - 64}`,
    });
  });

// With pruning on, an empty list would delete every service of every cluster.
const some: Rule = ({ services }) =>
  unless(services.length > 0, {
    code: 'SERVICES_EMPTY',
    at: 'services',
    value: '[]',
    reason: 'would remove every service from every cluster',
    remedy: 'list at least one service',
  });

const rules: readonly Rule[] = [
  ...[some, names, roles],
  ...[serviceNumberRules, serviceResourceRules],
];

/** Names fit DNS and IAM, what they name exists, numbers make sense, and no two share a name. */
export const serviceRules: Rule = (fleet) => rules.flatMap((rule) => rule(fleet));
