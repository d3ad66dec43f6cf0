import { freeze } from '@bizflow/kernel';
import { alarmDestinations } from '../alarms/destinations.ts';
import type { Environment } from '../environments/environments.ts';
import { guesses } from '../guesses/guesses.ts';

/** Where messages about releases and Applications go: the document's Slack for the team and PagerDuty for on-call. */
export const notifications = freeze({
  /** The Slack channel of those who approve releases. */
  approvals: guesses.approvalsChannel.value,
  /** The Slack channel of what went wrong. */
  alerts: guesses.alertsChannel.value,
  /** The PagerDuty service that is paged when a release is aborted. */
  pagerDutyService: guesses.pagerDutyService.value,
});

/** Whether an aborted release pages on-call: where critical alarms do. Staging has no users who wait. */
export const pagesOnCall = ({ name }: Pick<Environment, 'name'>): boolean =>
  alarmDestinations[name].critical === 'PagerDuty';

/** What messages about Applications need: the secret of each key, after `bizflow/<environment>/<region>/`. */
export const applicationTokens = freeze({ 'slack-token': 'slack' });

/** What messages need that also page, in the same form. */
export const pagingTokens = freeze({ ...applicationTokens, 'pagerduty-key': 'pagerduty' });

/** What messages about releases need, in the same form. */
export const releaseTokens = (
  environment: Pick<Environment, 'name'>,
): Readonly<Record<string, string>> =>
  pagesOnCall(environment) ? pagingTokens : applicationTokens;
