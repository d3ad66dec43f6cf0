import { fault, type Problem, unless } from '@bizflow/region-catalog';
import { clusters } from '../clusters.ts';
import type { Fleet } from '../fleet.ts';
import { roleName } from '../names.ts';
import type { Reach } from '../service.ts';
import { variables } from '../variables.ts';
import { serviceNumbers } from './service-numbers.ts';
import { show } from './show.ts';

type Rule = (fleet: Fleet) => readonly Problem[];

// RFC 1123 label; the namespace `bizflow-<name>` must fit its 63 characters as well.
const label = /^[a-z]([a-z0-9-]{0,53}[a-z0-9])?$/;

const names: Rule = ({ services }) =>
  services.flatMap(({ name }, index) => [
    ...unless(
      label.test(name),
      'SERVICE_NAME',
      `services[${index}].name`,
      show(name),
      'is no DNS label of at most 55 characters (RFC 1123)',
      'use lower-case letters, digits and dashes, starting with a letter',
    ),
    ...unless(
      services.findIndex((other) => other.name === name) === index,
      'SERVICE_NAME_TWICE',
      `services[${index}].name`,
      show(name),
      'names another service already',
      'give each service its own name',
    ),
  ]);

// IAM user guide, "IAM and AWS STS quotas": role names have at most 64 characters.
const roles: Rule = (fleet) =>
  fleet.services.flatMap((service, index) => {
    const longest = clusters(fleet)
      .map((cluster) => roleName(cluster, service))
      .reduce((a, b) => (b.length > a.length ? b : a), '');
    return unless(
      longest.length <= 64,
      'SERVICE_ROLE_NAME',
      `services[${index}].name`,
      show(service.name),
      `makes an IAM role name of ${longest.length} characters, and 64 is the limit`,
      `shorten the name by ${longest.length - 64}`,
    );
  });

const reaches: readonly string[] = ['database', 'redis', 'internet'] satisfies readonly Reach[];

const references: Rule = ({ services }) =>
  services.flatMap((service) => [
    ...service.reaches
      .filter((reach) => !reaches.includes(reach))
      .map((reach) =>
        fault(
          'SERVICE_REACH',
          `services.${show(service.name)}.reaches`,
          show(String(reach)),
          'is nothing a service can reach',
          `use ${reaches.join(', ')}`,
        ),
      ),
    ...service.variables
      .filter((name) => !Object.hasOwn(variables, name))
      .map((name) =>
        fault(
          'SERVICE_VARIABLE',
          `services.${show(service.name)}.variables`,
          show(String(name)),
          'is no variable of variables.ts',
          'add it there first, with where its value comes from',
        ),
      ),
  ]);

// With pruning on, an empty list would delete every service of every cluster.
const some: Rule = ({ services }) =>
  unless(
    services.length > 0,
    'SERVICES_EMPTY',
    'services',
    '[]',
    'would remove every service from every cluster',
    'name at least one service',
  );

const rules: readonly Rule[] = [some, names, roles, references, serviceNumbers];

/** Names fit DNS and IAM, what they name exists, numbers make sense, and no two share a name. */
export const services: Rule = (fleet) => rules.flatMap((rule) => rule(fleet));
