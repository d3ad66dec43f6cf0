import { freeze } from '@bizflow/kernel';

/**
 * How long a runbook waits for what a step makes true, in seconds, before it stops and says so. Our
 * decision: a few times what AWS usually takes.
 */
export const patience = freeze({
  notice: 30,
  secret: 60,
  kubeconfig: 120,
  dnsChange: 120,
  secretCopy: 300,
  publicAnswer: 600,
  restart: 900,
  redisFailover: 900,
  databaseName: 900,
  databaseRename: 1800,
  promotion: 1800,
  terraform: 3600,
  bootstrap: 3600,
  objectCopy: 3600,
  databaseRestore: 7200,
});
