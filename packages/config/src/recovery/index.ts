export { backupDays } from './backup-days.ts';
export { type BackupTier, backupSchedules, regionsWithoutMacie } from './backups.ts';
export { databaseTier, type RecoveryTier, recoveryTiers, recoveryTopic } from './recovery-tiers.ts';
export { stepTimeouts } from './step-timeouts.ts';
