import { clusterIn } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { planOf } from './plan.ts';

it('plays the rendered holds of a cluster, by its rendered judge', () => {
  const plan = planOf(clusterIn('production').id);
  expect(plan.Holds.map(({ Seconds }) => Seconds / 60)).toEqual([5, 10, 15]);
  expect(JSON.stringify(plan.Analysis)).toContain('{{args.canary-hash}}');
});

it('names a cluster that has no judge', () => {
  expect(() => planOf('production/mars-1')).toThrow('gitops/production/mars-1 has no judge');
});
