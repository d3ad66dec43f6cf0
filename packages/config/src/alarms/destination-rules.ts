import { type Problem, unless } from '@bizflow/kernel';
import { type Environment, environments as places } from '../environments/environments.ts';
import type { Severity } from './alarm.ts';
import { type AlarmTarget, alarmDestinations } from './destinations.ts';

type Targets = Readonly<Record<Environment['name'], Readonly<Record<Severity, AlarmTarget>>>>;

/** Where a person approves releases users wait: its critical alarms wake who is on call. */
export const destinationRules = (
  destinations: Targets = alarmDestinations,
  environments: readonly Pick<Environment, 'name' | 'approval'>[] = Object.values(places),
): readonly Problem[] =>
  environments
    .filter(({ approval }) => approval)
    .flatMap(({ name }) =>
      unless(destinations[name].critical === 'PagerDuty', {
        code: 'ALARM_NOT_PAGED',
        at: `alarms.alarmDestinations.${name}.critical`,
        value: destinations[name].critical,
        reason: 'pages no one: users would wait until a person reads it',
        remedy: "write 'PagerDuty', the document's on-call",
      }),
    );
