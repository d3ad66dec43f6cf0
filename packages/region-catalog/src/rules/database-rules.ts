import { type Problem, unless } from '@bizflow/kernel';
import { type Catalog, sheetOf } from '../sheet-of.ts';

type Rule = (catalog: Catalog) => readonly Problem[];

// RDS for PostgreSQL has no cascading across Regions that keeps the writer's RPO: one hop only.
const replicasFollowWriters: Rule = (catalog) =>
  Object.values(catalog).flatMap(({ id, database }) => {
    const { role, source, writer } = database;
    const at = `${id}.database`;
    if (role === 'writer') {
      const follows = (part: 'source' | 'writer', own: string | null) =>
        unless(database[part] === own, {
          code: 'WRITER_FOLLOWS',
          at: `${at}.${part}`,
          value: String(database[part]),
          reason: 'makes a writer follow another region: its role is writer',
          remedy: `write ${own === null ? 'null' : `'${own}'`}, or the role replica`,
        });
      return [...follows('source', null), ...follows('writer', id)];
    }
    const leader = sheetOf(catalog, source);
    return unless(leader?.database.role === 'writer' && writer === source, {
      code: 'REPLICA_SOURCE',
      at: `${at}.source`,
      value: source,
      reason: "is not a writer that takes this region's writes",
      remedy: 'name a region whose role is writer, the same as `writer`',
    });
  });

const backupsKept: Rule = (catalog) =>
  Object.values(catalog).flatMap(({ id, database: { backupDays } }) =>
    unless(Number.isInteger(backupDays) && backupDays >= 1 && backupDays <= 35, {
      code: 'BACKUP_DAYS',
      at: `${id}.database.backupDays`,
      value: backupDays,
      reason: 'must be >= 1 and <= 35, the days that RDS keeps',
      remedy: 'choose 1 to 35',
    }),
  );

// RDS user guide, "gp3 storage": 20 GiB to 64 TiB.
const storageFits: Rule = (catalog) =>
  Object.values(catalog).flatMap(({ id, database: { storageGb } }) =>
    unless(Number.isInteger(storageGb) && storageGb >= 20 && storageGb <= 65_536, {
      code: 'STORAGE_SIZE',
      at: `${id}.database.storageGb`,
      value: storageGb,
      reason: 'must be >= 20 and <= 65536, the GiB of a gp3 volume',
      remedy: 'choose 20 to 65536',
    }),
  );

// A replica that is smaller than its writer stops replicating when the writer outgrows it.
const replicasHoldTheirWriter: Rule = (catalog) =>
  Object.values(catalog).flatMap(({ id, database: { source, storageGb } }) => {
    const leader = sheetOf(catalog, source)?.database.storageGb;
    return unless(leader === undefined || storageGb >= leader, {
      code: 'REPLICA_STORAGE',
      at: `${id}.database.storageGb`,
      value: storageGb,
      reason: `must be >= ${leader}, the GB of its source ${source}`,
      remedy: `choose ${leader} or more`,
    });
  });

const rules = [replicasFollowWriters, backupsKept, storageFits, replicasHoldTheirWriter];

/** Every replica follows a writer and has its storage, and backups are kept. */
export const databaseRules: Rule = (catalog) => rules.flatMap((rule) => rule(catalog));
