import type { Cluster } from '@bizflow/config';
import { recoveryTopic, stepTimeouts } from '@bizflow/config/recovery';
import type { Step } from '../runbook.ts';
import { longCommand } from '../shell.ts';

/** Notifies the stakeholders through the topic of a region that is still available. */
export const notify = ({ region, account }: Cluster, message: string): Step => ({
  title: 'Notify stakeholders',
  why: 'PagerDuty, Slack and email subscribe to the topic.',
  commands: [
    longCommand('run aws sns publish', {
      region: region.id,
      'topic-arn': `arn:aws:sns:${region.id}:${account}:${recoveryTopic}`,
      subject: { shell: '"$incident"' },
      message,
    }),
    "say 'notified'",
  ],
  // SNS keeps no record of what was published, so the log of the incident does.
  condition: { name: 'notified', test: `grep -q 'Z  notified$' "$log" 2>/dev/null` },
  timeoutSeconds: stepTimeouts.notice,
});
