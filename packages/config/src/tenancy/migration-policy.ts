import { freeze } from '@bizflow/kernel';

/** How the tenants' migration goes about its work; our decisions. */
export const migrationPolicy = freeze({
  /** Further tries, since a table may be locked for longer than the migration waits. */
  retries: 2,
  /** How long all tries together may take: a release waits for them. */
  deadlineSeconds: 300,
  connectSeconds: 10,
  statementSeconds: 60,
  /** A release must not stand behind a long query, nor the queries of all tenants behind a release. */
  lockSeconds: 5,
  /** As DATABASE_SSL says for the application; a URL may ask for more, such as verify-full. */
  sslMode: 'require',
  resources: { cpuMillicores: 50, memoryMi: 64, diskMi: 64 },
});
