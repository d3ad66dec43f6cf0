import type { Cluster } from '@bizflow/config';
import { storesIn } from '../move/inventory.ts';
import { accountNamed } from '../move/played-on.ts';
import type { Theatre } from '../move/theatre.ts';
import { seenIn } from './seen.ts';
import type { Seen } from './writer-rules.ts';

/** The clusters of the lost region and of its standby, in their usual roles. */
export interface FailoverEnds {
  readonly lost: Cluster;
  readonly standby: Cluster;
}

/** What AWS has of the data of a region. */
export const seenAt = (theatre: Theatre, cluster: Cluster): Promise<Seen> =>
  seenIn(accountNamed(theatre, 'production'), cluster);

/** What holds data at both ends. */
export async function storesAt(
  theatre: Theatre,
  { lost, standby }: FailoverEnds,
): Promise<readonly string[]> {
  const account = accountNamed(theatre, 'production');
  const both = [lost, standby].map(({ region }) => storesIn(account, region.id));
  return (await Promise.all(both)).flat();
}
