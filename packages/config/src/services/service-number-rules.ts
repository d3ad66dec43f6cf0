import { type Problem, problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import type { Service } from './service.ts';

type Rule = (fleet: Fleet) => readonly Problem[];

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

const numbers = ({ name, ...service }: Service): readonly Problem[] => [
  ...unless(isWhole(service.port, 1024, 65_535), {
    code: 'SERVICE_PORT',
    at: `services.${name}.port`,
    value: service.port,
    reason: 'must be >= 1024 and <= 65535: a container without privileges cannot open a lower port',
    remedy: 'choose a port from 1024 up',
  }),
  ...unless(/^\/\S*$/.test(service.healthPath), {
    code: 'SERVICE_HEALTH_PATH',
    at: `services.${name}.healthPath`,
    value: service.healthPath,
    reason: 'must be an absolute path',
    remedy: 'start with / and use no spaces',
  }),
  ...unless(isWhole(service.shutdownSeconds, 1, 3600), {
    code: 'SERVICE_SHUTDOWN',
    at: `services.${name}.shutdownSeconds`,
    value: service.shutdownSeconds,
    reason: 'must be a whole number of seconds >= 1 and <= 3600',
    remedy: 'write how long the service needs to finish its work',
  }),
];

/** Targets of one load balancer, which are pods (Elastic Load Balancing, "Quotas for your Application Load Balancers"). */
const mostPods = 1000;

const isRange = (min = 0, max = 0): boolean =>
  isWhole(min, 1, mostPods) && isWhole(max, min, mostPods);

const replicas: Rule = ({ services, environments }) =>
  services.flatMap((service) =>
    environments.flatMap((environment) => {
      const range = service.replicas[environment.name];
      return unless(isRange(range?.min, range?.max), {
        code: 'SERVICE_REPLICAS',
        at: `services.${service.name}.replicas.${environment.name}`,
        value: `${range?.min}..${range?.max}`,
        reason: `must be whole numbers with 1 <= min <= max <= ${mostPods}, the targets of one load balancer`,
        remedy: 'choose how many pods there are at least and at most',
      });
    }),
  );

const percents = ['targetCpuPercent', 'maxUnavailablePercent'] as const;

const shares: Rule = ({ services }) =>
  services.flatMap((service) =>
    percents
      .filter((share) => !isWhole(service[share], 1, 100))
      .map((share) =>
        problem({
          code: 'SERVICE_PERCENT',
          at: `services.${service.name}.${share}`,
          value: service[share],
          reason: 'must be a whole percentage >= 1 and <= 100',
          remedy: 'choose 1 to 100',
        }),
      ),
  );

/** A service's ports, times, replicas and shares are numbers that a cluster can take. */
export const serviceNumberRules: Rule = (fleet) => [
  ...fleet.services.flatMap(numbers),
  ...replicas(fleet),
  ...shares(fleet),
];
