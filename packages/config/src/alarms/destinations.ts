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

/**
 * Who subscribes to the topic that announces a recovery. PagerDuty is not among them: its integration reads
 * alarms of CloudWatch and nothing that a person writes. The loss itself pages, by the alarm of Route 53.
 */
export const recoveryListeners = freeze([
  'Slack',
  'email',
] as const satisfies readonly AlarmTarget[]);
