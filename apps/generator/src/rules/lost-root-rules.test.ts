import { expect, it } from 'vitest';
import { lostRootRules } from './lost-root-rules.ts';

const folder = 'terraform/environments/production';
const order = 'terraform/environments/order.json';
const listing = (...regions: readonly string[]): string =>
  JSON.stringify({
    stages: { regions: regions.map((region) => ({ root: `${folder}/${region}`, region })) },
  });

const codes = (
  before: string,
  after: string,
  { kept = true, destroyed = [] as readonly string[] } = {},
) =>
  lostRootRules(
    { destroyed: destroyed.map((region) => ({ region, by: 'a', evidence: 'b' })) },
    [{ path: order, text: after }],
    { read: () => before as never, isFile: (path) => kept && path.endsWith('/rds.tf.json') },
  ).map(({ code, at }) => `${code} ${at}`);

it('refuses a render that deletes the root of a region with data', () => {
  expect(codes(listing('xx-west-1', 'xx-east-1'), listing('xx-west-1'))).toEqual([
    `ROOT_HOLDS_DATA ${folder}/xx-east-1`,
  ]);
});

it('lets go what a person has seen empty, what held no data, and what is still there', () => {
  const both = listing('xx-west-1', 'xx-east-1');
  expect(codes(both, listing('xx-west-1'), { destroyed: ['xx-east-1'] })).toEqual([]);
  expect(codes(both, listing('xx-west-1'), { kept: false })).toEqual([]);
  expect(codes(both, both)).toEqual([]);
});

it('says nothing where there was no list, and nothing of a render of a part', () => {
  expect(codes('<<<<<<< HEAD', listing('xx-west-1'))).toEqual([]);
  const tree = { read: () => listing('xx-west-1') as never, isFile: () => true };
  expect(lostRootRules({ destroyed: [] }, [], tree)).toEqual([]);
});
