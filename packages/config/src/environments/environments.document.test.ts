import { expect, it } from 'vitest';
import { environments } from './environments.ts';

it('runs staging in one cluster in India, from develop, without an approval', () => {
  expect(environments.staging).toMatchObject({ branch: 'develop', approval: false, cdn: false });
  expect(environments.staging.sites.map(({ region }) => region)).toEqual(['ap-south-1']);
});
