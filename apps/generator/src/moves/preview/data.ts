import type { Fleet } from '@bizflow/config';
import { counted } from '@bizflow/kernel';
import { endsItsRegion, type Move } from '@bizflow/region-catalog/moves';
import { named } from './state.ts';

const ways = {
  rows: 'their rows and objects are copied at copy, and the last rows at hold',
  replica: 'its database is a copy of the other from the first minute',
  backup: 'their rows are restored at copy from recovery points that lie elsewhere',
  nothing: 'NO COPY CAN BE REACHED: the region does not serve, and its backups are at home',
} as const;

/** What is copied, how, and what stays in the region that people leave. */
export const data = ({ sheets }: Fleet, move: Move): readonly string[] => {
  const from = sheets[move.from];
  const { database, redis, buckets, serves } = from;
  const stay = serves.filter((country) => !move.people.includes(country));
  const stores = `database ${database.identifier} (${database.storageGb} GB), ${counted(buckets.length, 'bucket')}`;
  return [
    ...(move.to === null ? [] : [`${stores} of ${move.from}: ${ways[move.data.by]}`]),
    ...(move.data.by === 'backup' ? [`recovery points are in ${move.data.in}`] : []),
    ...(move.data.by === 'nothing'
      ? [
          'copy waits until data protection and the owner agree that people begin without it, or until AWS serves again',
        ]
      : []),
    ...(move.people.length > 0
      ? [`Redis ${redis.identifier} is not copied: people sign in again`]
      : []),
    ...(endsItsRegion(move)
      ? [
          `stays in ${move.from} until destroy: all of it; then a last snapshot ${database.identifier}-final, recovery points until they end, and their keys`,
        ]
      : move.people.length > 0
        ? [
            `stays in ${move.from}: ${stay.length === 0 ? 'no row' : `the rows of ${named(stay)}`}; those of ${named(move.people)} are erased at drain`,
          ]
        : []),
  ];
};
