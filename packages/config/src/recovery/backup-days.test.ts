import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { factRules } from '../facts/fact-rules.ts';
import { backupDays } from './backup-days.ts';

const found = (redis: number) =>
  factRules({ recovery: { backupDays: { ...backupDays, redis } } }).map(
    ({ code, at }) => `${code} ${at}`,
  );
const refused = ['FACT_DURATION recovery.backupDays.redis'];

it('keeps snapshots of Redis as long as ElastiCache can, and no longer', () => {
  for (const days of [1, backupDays.redis, 35]) expect(found(days)).toEqual([]);
  for (const days of [0, 36, 70, 7.5]) expect(found(days)).toEqual(refused);
});

it('has the bound of the module that takes it', () => {
  const module = '../../../../terraform/modules/elasticache/variables.tf';
  expect(readFileSync(new URL(module, import.meta.url), 'utf8')).toContain(
    'var.snapshot_days >= 1 && var.snapshot_days <= 35',
  );
});
