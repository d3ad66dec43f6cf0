import { freeze } from '@bizflow/kernel';
import type { EnvironmentName } from '../environments/environments.ts';
import type { Severity } from './alarm.ts';

/** Where an alarm arrives. */
export type AlarmTarget = 'PagerDuty' | 'Slack' | 'email';

/** Where an alarm goes: production as in the document; staging does not page. */
export const alarmDestinations = freeze({
  production: { critical: 'PagerDuty', warning: 'Slack', notice: 'email' },
  staging: { critical: 'Slack', warning: 'Slack', notice: 'email' },
} as const satisfies Record<EnvironmentName, Record<Severity, AlarmTarget>>);
