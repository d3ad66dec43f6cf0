import { aws } from '../commands.ts';
import { objectsMissing, sourceOf } from '../objects.ts';
import type { Places, Wait } from '../stage.ts';

type Cluster = Places['from'];

/** What shows that the data of the people has come, by the way it came. */
export const copied = (places: Places, to: Cluster): readonly Wait[] => {
  const { data } = places.move;
  if (data.by === 'nothing') return [emptyAgreed()];
  return data.by === 'replica' ? [follows(places.from, to)] : arrived(places, to);
};

const emptyAgreed = (): Wait => ({
  id: 'empty-agreed',
  what: 'The owner of the service and data protection have agreed in writing that these people begin without their data, and get it when the old region answers',
  command: null,
  prints: 'the ticket of the owner',
  by: 'data-protection',
});

const follows = (from: Cluster, to: Cluster): Wait => ({
  id: 'replica-follows',
  what: `The database of ${to.region.id} follows ${from.region.id}`,
  command: aws(
    to,
    `rds describe-db-instances --db-instance-identifier ${to.region.database.identifier} --query "DBInstances[0].StatusInfos[0].Status"`,
  ),
  prints: '"replicating"',
  by: 'platform',
});

const arrived = (places: Places, to: Cluster): readonly Wait[] => [
  {
    id: 'rows-copied',
    what: `The rows of the people were read into ${to.region.id} once, and how long it took is written down`,
    command: null,
    prints: 'the log of the commands above',
    by: 'platform',
  },
  {
    id: 'objects-copied',
    what: `The objects of the people are in ${to.region.id}`,
    command: objectsMissing(sourceOf(places), to, places.move),
    prints: 'nothing, or only what was written in the meantime',
    by: 'platform',
  },
];
