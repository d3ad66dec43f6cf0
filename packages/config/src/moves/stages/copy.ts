import type { RegionId } from '@bizflow/region-catalog';
import { terraform } from '../commands.ts';
import { bucketPairs, objectsCopied, sourceOf } from '../objects.ts';
import { rowsCarried, rowsIn, rowsOut } from '../rows.ts';
import type { Act, Places, Stage } from '../stage.ts';
import { copied } from './copied.ts';

type Cluster = Places['from'];

/** The data of the people comes to the new place, while the old one serves them. */
export const copy: Stage = {
  title: 'Copy',
  acts: (places) => (places.to === null ? [] : copying(places, places.to)),
  waits: (places) => (places.to === null ? [] : copied(places, places.to)),
};

const copying = (places: Places, to: Cluster): readonly Act[] => {
  const { data } = places.move;
  switch (data.by) {
    case 'replica':
      return [
        {
          what: `Apply the root of ${to.region.id}: its database is created as a copy of the one in ${places.from.region.id}.`,
          commands: [terraform(to, 'apply')],
        },
      ];
    case 'nothing':
      return [];
    case 'backup':
      return restored(places, to, data.in);
    case 'rows':
      return read(places, to);
  }
};

const read = (places: Places, to: Cluster): readonly Act[] => {
  const { move, from, fleet } = places;
  const [pair] = bucketPairs(from, to);
  if (pair === undefined) return [];
  return [
    {
      what: `In a shell in the VPC of ${from.region.id}, write the rows of the people into its bucket; tenants.txt has their tenants' ids, from the application's register.`,
      commands: [
        ...rowsOut(fleet.tenancy, pair.from, move.id),
        rowsCarried([pair.from, from], [pair.to, to], move.id),
      ],
    },
    objects(places, to),
    {
      what: `In a shell in the VPC of ${to.region.id}, read the rows, and write down how long it took: the hold lasts as long.`,
      commands: rowsIn(fleet.tenancy, pair.to, move.id),
    },
  ];
};

const restored = (places: Places, to: Cluster, backups: RegionId): readonly Act[] => {
  const { move, from, fleet } = places;
  const [pair] = bucketPairs(from, to);
  if (pair === undefined) return [];
  return [
    {
      what: `Restore the newest recovery point of ${from.region.id} that lies in ${backups} into ${to.region.id}, under another name, and take the rows of the people from there: FROM_URL is what was restored.`,
      commands: [
        `aws --region ${backups} backup list-recovery-points-by-backup-vault --backup-vault-name bizflow-${from.environment.name}-${backups}`,
        ...rowsOut(fleet.tenancy, pair.to, move.id),
        ...rowsIn(fleet.tenancy, pair.to, move.id),
      ],
    },
    objects(places, to),
  ];
};

const objects = (places: Places, to: Cluster): Act => ({
  what: 'Copy the objects from bucket to bucket; no third place sees them. prefixes.txt, where it is read, has the prefixes of their tenants. For very many objects, make the first copy with S3 Batch Operations.',
  commands: objectsCopied(sourceOf(places), to, places.move),
});
