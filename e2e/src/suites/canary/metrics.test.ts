import { expect, it } from 'vitest';
import { clusterFolders } from '../../fleet/folders.ts';
import { sample } from './metrics.ts';

const query = clusterFolders()
  .flatMap(({ files }) => files)
  .map(({ body }) => body)
  .filter(({ kind }) => kind === 'AnalysisTemplate')
  .map((body) => JSON.stringify(body))[0];

it('answers the ratio of errors, and nothing below the minimum of the query itself', () => {
  expect(sample(query ?? '', { requests: 1000, errors: 5 })).toEqual(['0.005']);
  expect(sample(query ?? '', { requests: 200, errors: 200 })).toEqual(['1']);
  expect(sample(query ?? '', { requests: 199, errors: 199 })).toEqual([]);
  expect(sample(query ?? '', 'no series')).toEqual([]);
  expect(sample('up', { requests: 1000, errors: 5 })).toEqual([]);
});
