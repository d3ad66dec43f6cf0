import type { Breakage } from './breakage.ts';

/** Breaks what people rely on in an emergency. */
export const recovery: readonly Breakage[] = [
  [
    'a target before the loss',
    (draft) => Object.assign(draft.recoveryTiers.objects ?? {}, { rpoMinutes: -60 }),
    'RECOVERY_TARGET',
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
