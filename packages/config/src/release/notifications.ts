import { freeze } from '@bizflow/kernel';

/** Where release notifications go: the document's targets, Slack for the team and PagerDuty for on-call. */
export const notifications = freeze({
  /** Slack channels. */
  approvals: 'deploy-approvals',
  alerts: 'deploy-alerts',
  /** The PagerDuty service that is paged when a release is aborted. */
  pagerDutyService: 'bizflow-platform',
  /** Secrets Manager, after `bizflow/<environment>/<region>/`: the tokens of both. */
  secrets: { 'slack-token': 'slack', 'pagerduty-key': 'pagerduty' },
});
