import { usual } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { runbookFiles, runbooks } from './files.ts';
import type { Runbook } from './runbook.ts';

const all = runbooks(usual);
const files = runbookFiles(usual);

const named = (region: string, loss: string): Runbook => {
  const found = all.find(({ cluster, loss: own }) => cluster.region.id === region && own === loss);
  if (found === undefined) throw new Error(`no runbook for ${loss} of ${region}`);
  return found;
};

const pageOf = (region: string, loss: string): string =>
  files.find(({ path }) => path === `docs/runbooks/${region}/${loss}.md`)?.body ?? '';

it('takes the steps of the document when India is lost, with its identifiers', () => {
  const { steps } = named('ap-south-1', 'region');
  const commands = steps.flatMap((step) => step.commands).join('\n');
  const order = [
    'aws rds promote-read-replica',
    'bizflow-replica-singapore',
    'aws elasticache failover-global-replication-group',
    'bizflow-redis-global',
    'bizflow-redis-singapore',
    'dr-notifications',
    'DR failover complete. Primary region: ap-southeast-1',
  ].map((words) => commands.indexOf(words));
  expect(order.every((at) => at >= 0)).toBe(true);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

it('promises what the document promises, tier by tier', () => {
  expect(pageOf('ap-south-1', 'region')).toContain('RPO 15 min, RTO 1 h, by cross-region async');
  expect(pageOf('ap-south-1', 'database')).toContain('**Critical (Primary DB)**');
  expect(pageOf('eu-west-2', 'database')).toContain('RPO 1 h, RTO 4 h, by automated snapshots');
});
