import { fault, type Problem, unless } from '@bizflow/region-catalog';
import type { Fleet } from '../fleet.ts';
import type { Service } from '../service.ts';
import { show } from './show.ts';

type Rule = (fleet: Fleet) => readonly Problem[];

const isWhole = (value: number, least: number, most = Number.MAX_SAFE_INTEGER): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

const numbers = ({ name, ...service }: Service): readonly Problem[] => [
  ...unless(
    isWhole(service.port, 1024, 65_535),
    'SERVICE_PORT',
    `services.${show(name)}.port`,
    `${service.port}`,
    'is no port that a container without privileges may open (1024 to 65535)',
    'choose a port from 1024 up',
  ),
  ...unless(
    /^\/\S*$/.test(service.healthPath),
    'SERVICE_HEALTH_PATH',
    `services.${show(name)}.healthPath`,
    show(service.healthPath),
    'is no absolute path',
    'start it with /, and leave out blanks',
  ),
  ...unless(
    isWhole(service.shutdownSeconds, 0),
    'SERVICE_SHUTDOWN',
    `services.${show(name)}.shutdownSeconds`,
    `${service.shutdownSeconds}`,
    'is no whole number of seconds from 0 up',
    'say how long the service needs to end what it has begun',
  ),
  ...(['cpuMillicores', 'memoryMi'] as const)
    .filter((resource) => !isWhole(service.resources[resource], 1))
    .map((resource) =>
      fault(
        'SERVICE_RESOURCES',
        `services.${show(name)}.resources.${resource}`,
        `${service.resources[resource]}`,
        'is no whole number above zero',
        'ask for what the service needs',
      ),
    ),
];

const isRange = (min = 0, max = 0): boolean => isWhole(min, 1) && isWhole(max, min);

const replicas: Rule = ({ services, environments }) =>
  services.flatMap((service) =>
    environments.flatMap((environment) => {
      const range = service.replicas[environment.name];
      return unless(
        isRange(range?.min, range?.max),
        'SERVICE_REPLICAS',
        `services.${show(service.name)}.replicas.${environment.name}`,
        `${range?.min}..${range?.max}`,
        'is no range of whole numbers from 1 up',
        'choose 1 <= min <= max',
      );
    }),
  );

const percents = ['targetCpuPercent', 'maxUnavailablePercent'] as const;

const shares: Rule = ({ services }) =>
  services.flatMap((service) =>
    percents
      .filter((share) => !isWhole(service[share], 1, 100))
      .map((share) =>
        fault(
          'SERVICE_PERCENT',
          `services.${show(service.name)}.${share}`,
          `${service[share]}`,
          'is no whole percentage from 1 to 100',
          'choose 1 to 100',
        ),
      ),
  );

/** A service's ports, resources, replicas and shares are numbers that a cluster can take. */
export const serviceNumbers: Rule = (fleet) => [
  ...fleet.services.flatMap(numbers),
  ...replicas(fleet),
  ...shares(fleet),
];
