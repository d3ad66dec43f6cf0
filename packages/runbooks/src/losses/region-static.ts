import type { Cluster } from '@bizflow/config';
import { apiHost } from '@bizflow/config/names';
import { recoveryTiers, stepTimeouts } from '@bizflow/config/recovery';
import { answers, apiAnswers, databaseServes, lost as gone } from '../conditions.ts';
import type { Runbook } from '../runbook.ts';
import { notify } from '../steps/notify.ts';

/** A whole region is lost, and no other region may serve its tenants: they see a static page. */
export const regionStatic = (lost: Cluster, speaker: Cluster, writer: Cluster): Runbook => {
  const { region } = lost;
  const own = region.database.role === 'writer';
  return {
    cluster: lost,
    loss: 'region',
    title: `${region.name} (${region.id}) is lost; its tenants see a static page until it returns`,
    objective: own
      ? {
          tier: recoveryTiers.regionalDatabase,
          copy: null,
          instead: `No copy crosses the border, so they return with ${region.id} itself.`,
        }
      : null,
    truth: own
      ? `No copy across the border: the data is unrecoverable until ${region.id} returns. RPO not met, recovery time not met. No step below changes that.`
      : `The data is safe: ${writer.region.id} is the writer and has all of it. Only a read replica is lost.`,
    sees: answers(speaker),
    lost: gone(region.id, databaseServes(lost, region.database.identifier), answers(lost)),
    functions: [],
    steps: [
      {
        title: `Verify that ${apiHost(lost.environment)} still answers in other regions`,
        why: `Route 53 sends ${region.serves.length > 3 ? 'users of this region' : region.serves.join(' and ')} to the static page automatically; all other users are served as before.`,
        commands: [],
        condition: apiAnswers(lost),
        timeoutSeconds: stepTimeouts.publicAnswer,
      },
      notify(
        speaker,
        `${region.id} is lost; its tenants see the static page. No data has left it.`,
      ),
    ],
    ...(own ? onlyCopy(lost) : copyElsewhere(lost, writer)),
  };
};

type Judgement = Pick<Runbook, 'decisions' | 'failback'>;

const onlyCopy = ({ region }: Cluster): Judgement => ({
  decisions: [
    `Whether to wait: the only copies of the data, backups included, are in ${region.id}.`,
    'Whether tenants with their own exports may start again in another region, each with a written agreement.',
    'Whether to replicate across the border in future: this needs an exception in packages/region-catalog/src/exceptions.ts, with its legal basis.',
  ],
  failback: [
    `When ${region.id} is back, check the newest rows in ${region.database.identifier} before traffic returns.`,
    'Route 53 sends traffic back when the health check has passed three times.',
  ],
});

const copyElsewhere = ({ id, region }: Cluster, writer: Cluster): Judgement => ({
  decisions: [
    `Whether ${writer.region.id}, which already has the data, should serve these tenants for now: set the fallback on the fact sheet of ${region.id}; the rules require a written exception.`,
  ],
  failback: [
    `Recreate ${region.database.identifier} from the writer: terraform -chdir=terraform/environments/${id} apply`,
    'Route 53 sends traffic back when the health check has passed three times.',
  ],
});
