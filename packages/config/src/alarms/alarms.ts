import { freeze } from '@bizflow/kernel';
import type { AlarmPolicy } from './alarm.ts';
import {
  backupAge,
  backupCopyAge,
  primaryRestorableAge,
  regionalRestorableAge,
} from './backup-alarms.ts';
import { certificateExpiry } from './certificate-alarms.ts';
import { databaseCpu, redisMemory, replicaLag, replicationLatency } from './data-alarms.ts';
import {
  errorRateCritical,
  errorRateWarning,
  latencyP95,
  latencyP99,
  silent,
} from './service-alarms.ts';

/** The document's seven alarms, then those that its recovery targets need. Each threshold is written once. */
export const alarms: readonly AlarmPolicy[] = freeze([
  errorRateCritical,
  latencyP99,
  databaseCpu,
  redisMemory,
  errorRateWarning,
  latencyP95,
  certificateExpiry,
  silent,
  replicaLag,
  replicationLatency,
  primaryRestorableAge,
  regionalRestorableAge,
  backupAge,
  backupCopyAge,
]);
