import { freeze } from '@bizflow/kernel';

/**
 * How long a runbook waits for the condition of a step, in seconds, before it stops. Our decision: a few
 * times what AWS usually takes.
 */
export const stepTimeouts = freeze({
  notice: 30,
  secret: 60,
  kubeconfig: 120,
  dnsChange: 120,
  secretCopy: 120,
  publicAnswer: 300,
  restart: 900,
  redisFailover: 900,
  databaseName: 900,
  promotion: 1200,
  databaseRename: 1800,
  terraform: 3600,
  bootstrap: 3600,
  databaseRestore: 7200,
  objectCopy: 21_600,
  objectRestore: 21_600,
});
