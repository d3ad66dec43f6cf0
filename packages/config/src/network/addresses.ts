import { freeze, privateRanges } from '@bizflow/kernel';

/** Never "the Internet": the private ranges, and link-local with IMDS (RFC 3927). */
export const unroutableRanges = freeze([...privateRanges, '169.254.0.0/16']);

/** The instance metadata service, where a node's credentials are (EC2 user guide, "IMDS"). */
export const metadataService = '169.254.169.254/32';

/** The machine that a program runs on (RFC 1122). */
export const loopback = '127.0.0.1';

/** Every IPv4 address. */
export const anywhere = '0.0.0.0/0';

/** Ports of the data stores: PostgreSQL and Redis as RDS and ElastiCache open them by default. */
export const dataPorts = freeze({ database: 5432, redis: 6379 });
