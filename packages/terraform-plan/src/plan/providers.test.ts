import { expect, it } from 'vitest';
import { mainPlace } from './providers.ts';

const hub = { region: 'xx-central-1', account: '111122223333' };
const spoke = { region: 'xx-west-1', account: '111122223333' };

it('places a root where its default provider acts', () => {
  expect(mainPlace({ 'aws.us_east_1': spoke, aws: hub })).toBe(hub);
});

it('places a root whose providers all have names where the first one acts', () => {
  expect(mainPlace({ 'aws.hub': hub, 'aws.spoke': spoke })).toBe(hub);
});
