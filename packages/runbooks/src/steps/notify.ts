import type { Cluster } from '@bizflow/config';
import { recoveryListeners } from '@bizflow/config/alarms';
import { recoveryTopic, stepTimeouts } from '@bizflow/config/recovery';
import type { Step } from '../runbook.ts';
import { answer, longCommand } from '../shell.ts';

/** Notifies the stakeholders through the topic of a region that is still available. */
export const notify = ({ region, account }: Cluster, message: string): Step => {
  const topic = {
    region: region.id,
    'topic-arn': `arn:aws:sns:${region.id}:${account}:${recoveryTopic}`,
  };
  return {
    title: 'Notify stakeholders',
    why: `${recoveryListeners.join(' and ')} subscribe to the topic, as far as the region's root has their addresses. It pages no one.`,
    commands: [
      longCommand('run aws sns publish', {
        ...topic,
        subject: { shell: '"$incident"' },
        'message-structure': 'json',
        message: perProtocol(message),
      }),
      "say 'notified'",
      `say ${answer('aws sns get-topic-attributes', 'Attributes.SubscriptionsConfirmed', topic)}' subscriptions were told; with 0, tell people yourself'`,
    ],
    // SNS keeps no record of what was published, so the log of the incident does.
    condition: { name: 'notified', test: `grep -q 'Z  notified$' "$log" 2>/dev/null` },
    timeoutSeconds: stepTimeouts.notice,
  };
};

// Slack hears of SNS by HTTPS, through Amazon Q Developer in chat applications, which drops plain text
// (its administrator guide, "Custom notifications").
const perProtocol = (message: string): string =>
  JSON.stringify({
    default: message,
    https: JSON.stringify({ version: '1.0', source: 'custom', content: { description: message } }),
  });
