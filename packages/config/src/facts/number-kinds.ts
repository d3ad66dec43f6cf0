import type { FactKind } from './fact-kind.ts';

const number =
  (least: number, most: number, step: 'whole' | 'any' = 'whole') =>
  (value: unknown): boolean =>
    typeof value === 'number' &&
    Number.isFinite(value) &&
    value >= least &&
    value <= most &&
    (step === 'any' || Number.isInteger(value));

const kind = (
  code: string,
  of: RegExp,
  [least, most, step]: readonly [number, number, 'whole' | 'any'],
): FactKind => ({
  ...{ code, of, is: code === 'FACT_COUNT' ? 'number' : 'any', holds: number(least, most, step) },
  reason: `must be a ${step === 'whole' ? 'whole ' : ''}number from ${least} to ${most}`,
});

const duration = (of: RegExp, most: number): FactKind =>
  kind('FACT_DURATION', of, [1, most, 'whole']);

/**
 * Numbers that have bounds of their own in the rules of their subject, by what AWS or an analysis takes. A bound is in one
 * place: here these are only numbers.
 */
export const boundBySubject: FactKind = {
  code: 'FACT_NUMBER',
  is: 'any',
  of: new RegExp(
    [
      'services\\[0\\]\\.(port|shutdownSeconds|targetCpuPercent|maxUnavailablePercent)',
      'services\\[0\\]\\.(resources|replicas\\.\\w+)\\.\\w+',
      'tenants\\[0\\]\\.quota\\.\\w+',
      '(canary|release\\.(gradual|immediate))\\.(steps\\[0\\]\\.)?\\w+',
      'alarms(\\[0\\]|\\.\\w+)\\.(threshold|periodSeconds)',
      'recoveryTiers\\.\\w+\\.(rpo|rto)Minutes',
      'cost\\.((monthlyUsd|pricedSizes)\\.[\\w-]+\\..+|(budgets|accounts)Usd\\..+|commitments\\[0\\]\\.savesPercent)',
      'database\\.(backupDays|storageGb)',
      'redis\\.replicas',
      'cluster\\.nodes\\.(min|max|diskGb)',
      'healthCheck\\.failureThreshold',
      'loginPasswords\\.(used|drawn)',
      'edge\\.capacity\\.(budget|ceiling)Wcu',
      'keyRotationDays',
      'secretPolicy\\.passwordLength',
    ]
      .map((path) => `\\b${path}$`)
      .join('|'),
  ),
  holds: Number.isFinite,
  reason: 'must be a number',
};

/** What numbers mean by their names, which end in their units; the first that fits a path says it. */
export const numberKinds: readonly FactKind[] = [
  boundBySubject,
  kind('FACT_PERCENT', /percent$/i, [0, 100, 'any']),
  kind('FACT_RATIO', /ratio$/i, [0, 1, 'any']),
  kind('FACT_PORT', /(\.port|Port|\.dataPorts\.\w+)$/, [1, 65_535, 'whole']),
  // Ten minutes, a day or an hour, a day, a year of hours, ten years: more of each has a larger unit.
  duration(/(Milliseconds|[a-z\d]Ms)$/, 600_000),
  {
    ...{ code: 'FACT_DURATION', of: /\.rates\.\w+\.windowSeconds$/, is: 'any' },
    holds: (value) => [60, 120, 300, 600].some((window) => window === value),
    reason: 'must be 60, 120, 300 or 600 seconds (WAFv2 API, EvaluationWindowSec)',
  },
  duration(/(periodSeconds|\.stepTimeouts\.\w+)$/, 86_400),
  duration(/(Seconds|\.seconds)$/, 3600),
  duration(/(Minutes|\.limits\.(begin|end))$/, 1440),
  kind('FACT_HOUR', /\.(hours|backupHours)\.\w+\[0\]$/, [0, 23, 'whole']),
  duration(/Hours$/, 8784),
  // ElastiCache API, `SnapshotRetentionLimit`; snapshot_days of terraform/modules/elasticache has the same bound.
  duration(/\.backupDays\.redis$/, 35),
  duration(/Days$/, 3653),
  duration(/\.years$/, 3),
  // PriorityClass: "up to 1 billion"; the memory of a sampler is full at a million traces.
  kind('FACT_COUNT', /\.priorities\[0\]\.value$/, [1, 1_000_000_000, 'whole']),
  kind('FACT_COUNT', /\.(tracesInMemory|\w*Wcu)$/, [1, 1_000_000, 'whole']),
  kind('FACT_COUNT', /\.errorStatus\.\w+$/, [400, 599, 'whole']),
  kind('FACT_COUNT', /\.userId$/, [1000, 65_535, 'whole']),
  kind('FACT_AMOUNT', /\.per(Node|Cluster)\.memory$/, [1, 2 ** 40, 'whole']),
  kind('FACT_AMOUNT', /\.(cpu|\w+Vcpu)$/, [0, 1000, 'any']),
  kind('FACT_AMOUNT', /\.(deviations|memoryShare)$/, [0.1, 10, 'any']),
  kind('FACT_AMOUNT', /(\.usd|[uU]sd\..*)$/, [0, 50_000, 'any']),
  kind('FACT_AMOUNT', /\.regionalPrices\..*$/, [0, 50_000, 'any']),
  kind('FACT_COUNT', /\.bytesEach$/, [1, 2 ** 30, 'whole']),
  kind('FACT_COUNT', /\.idleEach$/, [1, 20, 'whole']),
  // The largest instance, the largest gp3 volume.
  kind('FACT_COUNT', /\.cpuPerNode$/, [1, 192, 'whole']),
  kind('FACT_COUNT', /\.systemDiskGb$/, [2, 100, 'whole']),
  kind('FACT_COUNT', /(Gb|Mi)$/, [1, 16_384, 'whole']),
  kind('FACT_COUNT', /(failureLimit|maxUnavailable|[rR]etries)$/, [0, 100, 'whole']),
  kind('FACT_COUNT', /\.rates\.\w+\.limit$/, [10, 100_000, 'whole']),
  kind(
    'FACT_COUNT',
    /(limit|tries|revisions|revisionHistoryLimit|replicas|replicas\.[\w-]+|hops|skew|version|factor|atOnce|generation|\.kept|\.dropped|threshold)$/i,
    [1, 100, 'whole'],
  ),
  kind('FACT_COUNT', /./, [1, 100_000, 'whole']),
];
