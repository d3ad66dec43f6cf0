import { freeze } from '@bizflow/kernel';

/** What runbooks know of the public DNS records. */
export const dns = freeze({
  /** How long a resolver may keep a record that a failover moves; as in terraform/global/route53.tf. */
  failoverTtlSeconds: 60,
});
