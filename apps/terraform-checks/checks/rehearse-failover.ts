import { clusters } from '@bizflow/config';
import { standbyOf } from '@bizflow/config/failover';
import { usual } from '@bizflow/config/testing';
import { playFailover } from '../src/failover/play-failover.ts';
import { apart } from '../src/move/ends.ts';
import type { RehearsalTools } from '../src/rehearsal/tools.ts';
import { concluded, inTheatre } from './in-theatre.ts';

/**
 * `npm run terraform:rehearse -- failover LOST`: a region is lost and its standby takes over, by the script of its
 * runbook and the render that swaps the roles; then it is back, and takes the writes again by the commands of its page.
 * `only production/global production/LOST` at the end plays some roots.
 */
export async function rehearseFailover(
  tools: RehearsalTools,
  words: readonly string[],
): Promise<number> {
  const { begins, only } = apart(words);
  const lost = placed(begins[0]);
  const standby = lost && placed(standbyOf(usual.catalog, lost.region.id)?.id);
  if (lost === undefined || standby === undefined) {
    console.error(`FAILOVER_UNKNOWN  ${begins.join(' ')}\n  is not a region with a standby`);
    return 1;
  }
  const ends = { from: lost.region.id, to: standby.region.id, only };
  const played = await inTheatre(tools, ends, (theatre, endpoint) =>
    playFailover(theatre, endpoint, { lost, standby }),
  );
  return concluded('failover', played);
}

const placed = (id: string | undefined) =>
  clusters(usual).find(
    ({ environment, region }) => environment.sites === 'catalog' && region.id === id,
  );
