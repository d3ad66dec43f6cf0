import { fault, type Problem, unless } from '@bizflow/region-catalog';
import { clusters } from '../clusters.ts';
import type { Fleet } from '../fleet.ts';
import { roleName } from '../names.ts';
import type { Service } from '../service.ts';

type Rule = (fleet: Fleet) => readonly Problem[];

/** The longest a value may be when it is quoted in a message. */
const quoted = 80;

const show = (value: string): string =>
  value.length > quoted ? `${value.slice(0, quoted)}... (${value.length} characters)` : value;

// RFC 1123 label; the `-root`, `-ping` and `-pong` Services must fit its 63 characters as well.
const label = /^[a-z]([a-z0-9-]{0,56}[a-z0-9])?$/;

const names: Rule = ({ services }) =>
  services.flatMap(({ name }, index) => [
    ...unless(
      label.test(name),
      'SERVICE_NAME',
      `services[${index}].name`,
      show(name),
      'is no DNS label of at most 58 characters (RFC 1123)',
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

const isPort = (port: number): boolean => Number.isInteger(port) && port > 1023 && port < 65536;

const numbers = ({ name, ...service }: Service): readonly Problem[] => [
  ...unless(
    isPort(service.port),
    'SERVICE_PORT',
    `services.${show(name)}.port`,
    `${service.port}`,
    'is no port that a container without privileges may open (1024 to 65535)',
    'choose a port from 1024 up',
  ),
  ...unless(
    service.healthPath.startsWith('/'),
    'SERVICE_HEALTH_PATH',
    `services.${show(name)}.healthPath`,
    service.healthPath,
    'is no absolute path',
    'start it with /',
  ),
  ...(['cpuMillicores', 'memoryMi'] as const)
    .filter((resource) => !(service.resources[resource] > 0))
    .map((resource) =>
      fault(
        'SERVICE_RESOURCES',
        `services.${show(name)}.resources.${resource}`,
        `${service.resources[resource]}`,
        'is not above zero',
        'ask for what the service needs',
      ),
    ),
];

const replicas: Rule = ({ services, environments }) =>
  services.flatMap((service) =>
    environments.flatMap((environment) => {
      const { min, max } = service.replicas[environment.name];
      return unless(
        Number.isInteger(min) && Number.isInteger(max) && min >= 1 && max >= min,
        'SERVICE_REPLICAS',
        `services.${show(service.name)}.replicas.${environment.name}`,
        `${min}..${max}`,
        'is no range of whole numbers from 1 up',
        'choose 1 <= min <= max',
      );
    }),
  );

const rules: readonly Rule[] = [
  names,
  roles,
  ({ services }) => services.flatMap(numbers),
  replicas,
];

/** Names fit DNS and IAM, numbers make sense, and no two services share a name. */
export const services: Rule = (fleet) => rules.flatMap((rule) => rule(fleet));
