import type { Cluster } from '@bizflow/config';
import { git } from '@bizflow/testing/commits';
import { generated } from '@bizflow/testing/move-steps';
import { lostStores } from '../move/harm-rules.ts';
import type { Played } from '../move/played.ts';
import { settle } from '../move/settle.ts';
import { rendered, type Theatre } from '../move/theatre.ts';
import { type FailoverEnds, seenAt, storesAt } from './ends.ts';
import { sectionsOf } from './failback-page.ts';
import { lose } from './outage.ts';
import { pageOf, playSection } from './play-page.ts';
import { playRegionScript } from './play-script.ts';
import { writerRules } from './writer-rules.ts';

/** A region is lost and comes back: each part as people and GitHub do it, and what is true after it. */
export async function playFailover(
  theatre: Theatre,
  endpoint: string,
  ends: FailoverEnds,
): Promise<readonly Played[]> {
  const { lost, standby } = ends;
  const stores = await storesAt(theatre, ends);
  const writes = async (step: string, played: Played, writer: Cluster, ...copies: Cluster[]) =>
    judged(theatre, { step, played, writer, copies });

  await lose(endpoint, [lost.region.id]);
  const script = await writes('script', await playRegionScript(theatre, ends), standby);
  generated(theatre.facts.workspace, 'failover', `--lost=${lost.region.id}`);
  rendered(theatre, 'failover');
  const failover = await writes('failover', await settled(theatre, 'failover'), standby);

  await lose(endpoint, []);
  const [copied = '', failedBack = ''] = sectionsOf(pageOf(theatre));
  const copy = await writes('copy', await playSection(theatre, 'copy', copied), standby, lost);
  const commands = await playSection(theatre, 'failback', failedBack);
  revert(theatre);
  const failback = await writes('failback', await settled(theatre, 'failback'), lost, standby);
  const gone = lostStores('failback', stores, await storesAt(theatre, ends));
  return [
    script,
    failover,
    copy,
    commands,
    { ...failback, problems: [...failback.problems, ...gone] },
  ];
}

/** What a part did, and whether afterwards one region takes the writes and the others follow it. */
async function judged(theatre: Theatre, { step, played, writer, copies }: Judged): Promise<Played> {
  const seen = await seenAt(theatre, writer);
  const followers = await Promise.all(copies.map((copy) => seenAt(theatre, copy)));
  return { ...played, problems: [...played.problems, ...writerRules(step, seen, followers)] };
}

interface Judged {
  readonly step: string;
  readonly played: Played;
  readonly writer: Cluster;
  readonly copies: readonly Cluster[];
}

const settled = (theatre: Theatre, step: string): Promise<Played> => {
  console.log(`\n${step}`);
  return settle(theatre, step);
};

/** As the page says: the newest commit that wrote the line. */
function revert(theatre: Theatre): void {
  const { workspace } = theatre.facts;
  const line = 'packages/config/src/failover/failover.ts';
  const commit = git(workspace, 'log', '-1', '--format=%H', '--', line).trim();
  git(workspace, 'revert', '--no-edit', commit);
  rendered(theatre, 'failback');
}
