import { expect, it } from 'vitest';
import { planted, withNew } from '../../testing/planted.ts';
import { foldedFields } from './fields.ts';

const judge = (hash: string, interval: string) =>
  withNew('services/api', {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name: `planted-${hash}`, namespace: 'bizflow-api' },
    spec: { metrics: [{ name: 'one', interval }] },
  });

it('shows what differs between an object that is named by its content and its successor', () => {
  const change = planted({
    older: judge('00000000', '1m'),
    newer: judge('11111111', '2m'),
  });
  expect(foldedFields(change, () => false)).toMatchObject([
    {
      of: ['AnalysisTemplate bizflow-api/planted-<hash>'],
      field: 'spec.metrics.one.interval',
      before: '1m',
      after: '2m',
    },
  ]);
});
