import type { FactKind } from './fact-kind.ts';

/** Names of what is so or not. */
export const switchKinds: readonly FactKind[] = [
  {
    code: 'FACT_SWITCH',
    of: /\.(multiAz|tls|approval|cdn|networkFirewall|deletionProtection|clustersSynced|answersRegion|answersCdn|placeholder|varies|shieldAdvanced)$/,
    is: 'any',
    holds: (value) => typeof value === 'boolean',
    reason: 'must be true or false',
  },
];
