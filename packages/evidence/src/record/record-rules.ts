import type { Fleet } from '@bizflow/config';
import { neededHosts } from '@bizflow/config/network';
import { type Problem, unless } from '@bizflow/kernel';
import { activities } from './activities.ts';
import { recipients } from './recipients.ts';

/** Every service has a purpose, and everyone whom the platform sends data to is known. */
export const recordRules = (fleet: Fleet): readonly Problem[] => [
  ...fleet.services.flatMap(({ name }) =>
    unless(
      activities.some(({ services }) => services.includes(name)),
      {
        code: 'ACTIVITY_MISSING',
        at: `services.${name}`,
        value: name,
        reason: 'processes data for a purpose that no record of processing names',
        remedy: 'name it in an activity of packages/evidence/src/record/activities.ts',
      },
    ),
  ),
  ...providersOf(fleet).flatMap((name) =>
    unless(Object.hasOwn(recipients, name), {
      code: 'RECIPIENT_UNKNOWN',
      at: `network.providers.${name}`,
      value: name,
      reason: 'receives data, and no record of processing says who it is',
      remedy: 'name the company in packages/evidence/src/record/recipients.ts',
    }),
  ),
];

/** The names of the secrets that third parties gave out. */
export const providersOf = (fleet: Fleet): readonly string[] => [
  ...new Set(
    neededHosts(fleet)
      .filter(({ from }) => from === 'secret')
      .map(({ why }) => why),
  ),
];
