import type { Breakage } from './breakage.ts';

/** Breaks what people rely on in an emergency. */
export const recovery: readonly Breakage[] = [
  [
    'a target before the loss',
    (draft) => Object.assign(draft.recoveryTiers.primaryDatabase ?? {}, { rpoMinutes: -60 }),
    'RECOVERY_TARGET',
  ],
  [
    "a backup that begins in the databases' own backup window",
    (draft) => Object.assign(draft.backups.hours, { critical: [20] }),
    'BACKUP_WINDOW',
    'BACKUP_WINDOW',
  ],
  [
    'a backup at an hour that no day has',
    (draft) => Object.assign(draft.backups.hours, { critical: [-1] }),
    'FACT_HOUR',
  ],
  [
    'a backup whose job may begin within an hour of a window',
    (draft) => Object.assign(draft.backups.hours, { high: [18] }),
    'BACKUP_WINDOW',
  ],
  [
    'a backup that begins while instances may restart',
    (draft) => Object.assign(draft.backups.hours, { high: [22] }),
    'BACKUP_WINDOW',
  ],
  [
    'a window over midnight',
    (draft) => Object.assign(draft.backups.windows, { backup: '23:30-00:30' }),
    'BACKUP_WINDOW',
    'BACKUP_WINDOW',
  ],
  [
    'objects that are backed up once a day, for an RPO of a day',
    (draft) => Object.assign(draft.backups.hours, { standard: [21] }),
    'BACKUP_RPO',
  ],
  [
    'a recovery without a time limit',
    (draft) =>
      Object.assign(draft.recoveryTiers.logs ?? {}, { rtoMinutes: Number.POSITIVE_INFINITY }),
    'RECOVERY_TARGET',
  ],
  [
    'a takeover of a region without a standby',
    (draft) => Object.assign(draft, { failedOver: ['xx-west-1'] }),
    'FAILOVER_NO_STANDBY',
  ],
  [
    'a takeover of an unknown region',
    (draft) => Object.assign(draft, { failedOver: ['xx-south-1'] }),
    'FAILOVER_UNKNOWN',
  ],
  [
    'a takeover named twice',
    (draft) => Object.assign(draft, { failedOver: ['xx-central-1', 'xx-central-1'] }),
    'FAILOVER_TWICE',
  ],
];
