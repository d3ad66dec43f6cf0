import { applicationLimits } from '@bizflow/config/platform';
import { notifications } from '@bizflow/config/release';
import { section } from './markdown-parts.ts';

const { failedTries, degradedMinutes, errorMinutes, outOfSyncMinutes } = applicationLimits;

/** What to do when Argo CD tells of an Application: a heading for each of its messages. */
export const applicationPage = (): string =>
  [
    '# Applications of Argo CD',
    '',
    `Argo CD writes to the Slack channel \`${notifications.alerts}\` when an Application does not recover by itself. This alone does not affect users: [alarms](alarms.md) report what does. Each message names environment, region, Application and commit.`,
    '',
    ...section(
      'Failed',
      `A sync failed, or was tried ${failedTries} times and is still tried.`,
      'Open the Application, then "Last sync": it names each object that was refused, and why.',
      'Fix it in Git. The sync uses the new commit at its next retry; do not stop it by hand. A chart finishes its retries with the old values first, and then starts with the new ones.',
      'When nothing changed in Git, check the API server, the webhooks and the quotas.',
    ),
    ...section(
      'Error',
      `Argo CD could not compare the Application with Git for ${errorMinutes} minutes, so it also syncs nothing.`,
      'Open the Application, then "App conditions".',
      '"failed to list refs" or "authentication required": the repository cannot be read. Check whether GitHub is up and the credential is valid.',
      'An error of a chart names its repository: check whether it answers, and whether the egress list contains its host.',
    ),
    ...section(
      'Degraded',
      `An object of the Application has been broken for ${degradedMinutes} minutes.`,
      'Open the Application and the object that is Degraded (broken heart): its events say why.',
      'A Rollout: its release was aborted. See [releases](releases.md#aborted).',
      'A controller: revert its last commit, if there was one, then look at its logs.',
    ),
    ...section(
      'Out of sync',
      `The cluster differs from Git, and no sync has begun for ${outOfSyncMinutes} minutes.`,
      'A freeze is active: "Sync windows" of the Application shows it. Sync by hand what cannot wait.',
      'Otherwise sync by hand once, and read the result.',
    ),
  ].join('\n');
