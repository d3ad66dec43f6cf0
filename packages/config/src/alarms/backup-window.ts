import type { Fleet } from '../fleet/fleet.ts';
import { type BackupTier, backupHours, longestBackupAge } from '../recovery/backups.ts';
import type { AlarmPolicy } from './alarm.ts';

/** What to do about the window of an alarm: where it follows from backups, their hours are what a person corrects. */
export const windowRemedy = (
  { of, windowMinutes }: AlarmPolicy,
  { backups }: Pick<Fleet, 'backups'>,
  otherwise: string,
): string => {
  const tiers = Object.keys(backupHours) as readonly BackupTier[];
  const tier = tiers.find((one) => longestBackupAge(backups)(one) === windowMinutes);
  if (of !== 'backup' || tier === undefined) return otherwise;
  return `begin backups more often, or lower recovery.backupLimits: recovery.backupHours.${tier}, ${backups.hours[tier].join(', ')}, makes the window this long (packages/config/src/recovery/backups.ts)`;
};
