import { clusters } from '@bizflow/config';
import { usual } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { writesAtHome } from './migration-chart.ts';

it("is for the document's writers: Singapore has a replica of India's database", () => {
  const writers = clusters(usual)
    .filter(writesAtHome)
    .map(({ id }) => id);
  const documented = ['ap-south-1', 'ap-southeast-1', 'me-south-1', 'eu-west-2'];
  expect(writers.filter((id) => documented.some((region) => id.endsWith(`/${region}`)))).toEqual([
    'production/ap-south-1',
    'production/me-south-1',
    'production/eu-west-2',
    'staging/ap-south-1',
  ]);
});
