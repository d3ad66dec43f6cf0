import { freeze } from '@bizflow/kernel';

/** Who hears of a release: the document's targets, Slack for people and PagerDuty for the watch. */
export const notifications = freeze({
  /** Slack channels. */
  approvals: 'deploy-approvals',
  alerts: 'deploy-alerts',
  /** The PagerDuty service that is paged when a release is taken back. */
  pagerDutyService: 'bizflow-platform',
  /** Secrets Manager, after `bizflow/<environment>/<region>/`: the tokens of both. */
  secrets: { 'slack-token': 'slack', 'pagerduty-key': 'pagerduty' },
});
