import type { Cluster } from '@bizflow/config';
import { apiHost } from '@bizflow/config/names';
import { stepTimeouts } from '@bizflow/config/recovery';
import {
  answers,
  apiAnswers,
  awsAnswers,
  databaseServes,
  lost as gone,
  replicates,
} from '../conditions.ts';
import type { Runbook } from '../runbook.ts';
import { notify } from '../steps/notify.ts';

// Terraform would destroy the old writer to make a replica, and with it the rows that were never replicated.
const wayBack = (writer: Cluster): string =>
  `Follow [the failback](failback.md), and let Terraform change the database of this region only as that page says: the old writer may have rows that ${writer.region.id} never got.`;

/** A region is lost whose standby has taken over already: its people are served from there. */
export const regionFailedOver = (lost: Cluster, standby: Cluster): Runbook => ({
  cluster: lost,
  loss: 'region',
  title: `${lost.region.name} (${lost.region.id}) is failed over; ${standby.region.name} (${standby.region.id}) is the writer`,
  objective: null,
  truth: `${standby.region.id} takes the writes and answers the people of ${lost.region.id}. What was not replicated before is only in the old writer of ${lost.region.id}.`,
  sees: answers(standby),
  lost: gone(lost.region.id, databaseServes(lost, lost.region.database.identifier), answers(lost)),
  functions: [],
  steps: [
    {
      title: `Verify that ${apiHost(lost.environment)} still answers`,
      why: `Its names lead to ${standby.region.id} until the failback.`,
      commands: [],
      condition: apiAnswers(lost),
      timeoutSeconds: stepTimeouts.publicAnswer,
    },
    notify(standby, `${lost.region.id} is lost; ${standby.region.id} goes on as the writer.`),
  ],
  decisions: [],
  failback: [wayBack(standby)],
});

/** The database of a region that is failed over: only the page of the failback makes it a copy again. */
export const databaseFailedOver = (cluster: Cluster, writer: Cluster): Runbook => {
  const { identifier } = cluster.region.database;
  return {
    cluster,
    loss: 'database',
    title: `${identifier} is lost while ${writer.region.id} is the writer`,
    objective: null,
    truth: `Writes continue in ${writer.region.id}. What was not replicated before its promotion is only in the old writer, which the script does not touch.`,
    sees: awsAnswers(cluster),
    lost: gone(identifier, databaseServes(cluster, identifier)),
    functions: [],
    steps: [
      {
        title: `Follow docs/runbooks/${cluster.region.id}/failback.md until ${identifier} is a copy`,
        why: 'Its first section moves the old writer aside before Terraform makes a replica; this step only waits for it.',
        commands: [],
        condition: replicates(cluster, identifier),
        timeoutSeconds: stepTimeouts.terraform,
      },
      notify(cluster, `${identifier} is back, as a copy.`),
    ],
    decisions: [],
    failback: [wayBack(writer)],
  };
};
