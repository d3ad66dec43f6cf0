import { freeze } from '@bizflow/kernel';

/** The engines of the data stores, and the document's "slow" for their logs. */
export const dataStores = freeze({
  /** PostgreSQL's major version; minor ones follow by themselves. */
  postgres: '17',
  /** What a database URL demands: RDS refuses a connection without TLS (`rds.force_ssl`). */
  sslMode: 'require',
  /** Redis OSS, the newest that ElastiCache has under that name. */
  redis: '7.1',
  /** Statements that take longer are logged: half of the document's "Slow requests: > 2s". */
  slowQueryMilliseconds: 1000,
});
