import { freeze } from '@bizflow/region-catalog';

/** Addresses that are never "the Internet": RFC 1918, and the link-local block with IMDS (RFC 3927). */
export const privateRanges = freeze([
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
]);

/** Every IPv4 address. */
export const anywhere = '0.0.0.0/0';

/** Ports of the data stores: PostgreSQL and Redis as RDS and ElastiCache open them by default. */
export const dataPorts = freeze({ database: 5432, redis: 6379 });
