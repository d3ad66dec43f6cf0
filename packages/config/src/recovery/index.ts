export { backupDays } from './backup-days.ts';
export {
  type BackupTier,
  backupHours,
  backupInterval,
  backupLimits,
  backupSchedule,
  databaseWindows,
  regionsWithoutMacie,
} from './backups.ts';
export {
  databaseTier,
  type RecoveryTier,
  recoveryTiers,
  recoveryTopic,
  type TierKey,
} from './recovery-tiers.ts';
export { stepTimeouts } from './step-timeouts.ts';
