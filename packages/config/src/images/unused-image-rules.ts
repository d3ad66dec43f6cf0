import { type Problem, problem } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';

/** The lock pins no image of a service, an environment or a region that is not there any more. */
export const unusedImageRules = ({ environments, services, lock }: Fleet): readonly Problem[] =>
  Object.entries(lock.images).flatMap(([environment, images]) => {
    const at = `images.lock.json/images/${environment}`;
    // Without any service that is the fault.
    if (services.length === 0) return [];
    return environments.some(({ name }) => name === environment)
      ? Object.keys(images)
          .filter((service) => !services.some(({ name }) => name === service))
          .map((service) => unused(`${at}/${service}`, service, 'a service'))
      : [unused(at, environment, 'an environment')];
  });

const unused = (at: string, value: string, what: string): Problem =>
  problem({
    code: 'IMAGE_UNUSED',
    at,
    value,
    reason: `is not ${what} of the fleet, so nothing runs what is pinned`,
    remedy: 'remove the entry from images.lock.json',
  });
