import type { Catalog } from '../catalog.ts';
import { fault, type Problem } from '../problem.ts';

type Rule = (catalog: Catalog) => readonly Problem[];

const regionsExist: Rule = (catalog) =>
  Object.values(catalog).flatMap(({ id, database, fallback, buckets }) =>
    [
      ['database.writer', database.writer],
      ['database.source', database.source],
      ['fallback.region', fallback.kind === 'region' ? fallback.region : null],
      ...buckets.map((bucket, i) => [`buckets[${i}].replicatesTo`, bucket.replicatesTo] as const),
    ].flatMap(([fact, target]) =>
      target === null ||
      target === undefined ||
      (Object.hasOwn(catalog, target) && target !== id) ||
      (fact === 'database.writer' && target === id)
        ? []
        : [
            fault(
              'REGION_UNKNOWN',
              `${id}.${fact}`,
              target,
              target === id ? 'is the region itself' : 'is no region of the catalog',
              'name another region of the catalog',
            ),
          ],
    ),
  );

// RDS for PostgreSQL has no cascading across Regions that keeps the writer's RPO: one hop only.
const replicasFollowWriters: Rule = (catalog) =>
  Object.values(catalog).flatMap(({ id, database }) => {
    const { role, source, writer } = database;
    const at = `${id}.database`;
    if (role === 'writer') {
      return source === null && writer === id
        ? []
        : [
            fault(
              'WRITER_FOLLOWS',
              at,
              `${source ?? writer}`,
              'a writer follows no other',
              `set source to null and writer to '${id}'`,
            ),
          ];
    }
    const leader = source === null ? undefined : catalog[source];
    return leader?.database.role === 'writer' && writer === source
      ? []
      : [
          fault(
            'REPLICA_SOURCE',
            `${at}.source`,
            `${source}`,
            "is not a writer that takes this region's writes",
            'name a region whose role is writer, the same as `writer`',
          ),
        ];
  });

const backupsKept: Rule = (catalog) =>
  Object.values(catalog).flatMap(({ id, database: { backupDays } }) =>
    Number.isInteger(backupDays) && backupDays >= 1 && backupDays <= 35
      ? []
      : [
          fault(
            'BACKUP_DAYS',
            `${id}.database.backupDays`,
            `${backupDays}`,
            'is outside the 1 to 35 days that RDS keeps',
            'choose 1 to 35',
          ),
        ],
  );

const rules = [regionsExist, replicasFollowWriters, backupsKept];

/** Every reference names a region, every replica follows a writer, and backups are kept. */
export const databases: Rule = (catalog) => rules.flatMap((rule) => rule(catalog));
