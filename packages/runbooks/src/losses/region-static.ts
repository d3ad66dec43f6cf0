import type { Cluster } from '@bizflow/config';
import { apiHost } from '@bizflow/config/names';
import { patience, recoveryTiers } from '@bizflow/config/recovery';
import { answers, answersAt, databaseAvailable, lost as gone } from '../conditions.ts';
import type { Runbook } from '../runbook.ts';
import { notify } from '../steps/notify.ts';

/** A whole region is lost, and no other place may serve its people: a static page answers them. */
export const regionStatic = (lost: Cluster, speaker: Cluster, writer: Cluster): Runbook => {
  const { region } = lost;
  const own = region.database.role === 'writer';
  return {
    cluster: lost,
    loss: 'region',
    title: `${region.name} (${region.id}) is lost; a static page answers until it returns`,
    tier: own ? recoveryTiers.regionalDatabase : null,
    truth: own
      ? `No copy across the border: the data is unrecoverable until ${region.id} returns. RPO not met, RTO not met. No step below changes that.`
      : `The data is safe: ${writer.region.id} is its writer and holds all of it. What is lost here is a copy.`,
    sees: answers(speaker),
    lost: gone(region.id, databaseAvailable(lost, region.database.identifier), answers(lost)),
    functions: [],
    steps: [
      {
        title: `Verify that ${apiHost(lost.environment)} still answers others`,
        why: `Route 53 sends ${region.serves.length > 3 ? 'the people of this region' : region.serves.join(' and ')} to the static page by itself, and nobody else.`,
        commands: [],
        condition: answersAt(
          `https://${apiHost(lost.environment)}${region.dns.healthCheck.path}`,
          'api',
        ),
        patienceSeconds: patience.publicAnswer,
      },
      notify(
        speaker,
        `${region.id} is lost; its tenants see the static page. No data has left it.`,
      ),
    ],
    decisions: own
      ? [
          `Whether to wait: the only copies of the data, backups included, are in ${region.id}.`,
          'Whether tenants who have exports of their own may start anew in another region, each with a written agreement.',
          'Whether copies across the border shall exist before the next time: an exception in packages/region-catalog/src/exceptions.ts, with its legal basis, comes first.',
        ]
      : [
          `Whether ${writer.region.id}, which holds the data already, shall serve these tenants meanwhile: set the fallback on the fact sheet of ${region.id}; the rules ask for a written exception.`,
        ],
    failback: own
      ? [
          `When ${region.id} is back, check ${region.database.identifier} for its newest rows before traffic returns.`,
          'Route 53 takes traffic back once the health check passes three times.',
        ]
      : [
          `Recreate ${region.database.identifier} from its writer: terraform -chdir=terraform/environments/${lost.id} apply`,
          'Route 53 takes traffic back once the health check passes three times.',
        ],
  };
};
