import { applicationLimits } from '@bizflow/config/platform';
import { notifications } from '@bizflow/config/release';
import { section } from './section.ts';

const { failedTries, degradedMinutes, errorMinutes, outOfSyncMinutes } = applicationLimits;

/** What to do when Argo CD tells of an Application: a heading for each of its messages. */
export const applicationPage = (): string =>
  [
    '# Applications of Argo CD',
    '',
    `Argo CD writes to the Slack channel \`${notifications.alerts}\` when an Application does not come right by itself. Users are not hurt by that alone: for them there are [alarms](alarms.md). Each message names environment, region, Application and commit.`,
    '',
    ...section(
      'Failed',
      `A sync failed, or was tried ${failedTries} times and is still tried.`,
      'Open the Application, then "Last sync": it names each object that was refused, and why.',
      'Fix it in Git. The sync takes the new commit at its next try; nothing needs to be stopped by hand. A chart is tried to the end with the values that it began with, then with the new ones.',
      'When nothing changed in Git, look at what answers: the API server, a webhook, a quota.',
    ),
    ...section(
      'Error',
      `Argo CD could not compare the Application with Git for ${errorMinutes} minutes, so it also syncs nothing.`,
      'Open the Application, then "App conditions".',
      '"failed to list refs" or "authentication required": the repository cannot be read. See whether GitHub is up and the credential is valid.',
      'An error of a chart names its repository: see whether it answers, and whether the egress list has its host.',
    ),
    ...section(
      'Degraded',
      `An object of the Application has been broken for ${degradedMinutes} minutes.`,
      'Open the Application and the object with the broken heart: its events say why.',
      'A Rollout: its release was aborted. See [releases](releases.md#aborted).',
      'A controller: revert its last commit, if there was one, then look at its logs.',
    ),
    ...section(
      'Out of sync',
      `The cluster is not what Git says, and no sync has begun for ${outOfSyncMinutes} minutes.`,
      'A freeze is open: "Sync windows" of the Application says so. What cannot wait is synced by hand.',
      'Otherwise sync by hand once, and read the result.',
    ),
  ].join('\n');
