import { expect, it } from 'vitest';
import { changed } from '../testing/breakage.ts';
import { catalog } from './catalog.ts';
import { exceptions } from './exceptions.ts';
import { crossings, dataFlows } from './flows.ts';
import { regionIds } from './region-ids.ts';

const key = ({ flow, from, to }: { flow: string; from: string; to: string }) =>
  `${flow} ${from} -> ${to}`;

const targets = ['ap-south-1', 'ap-southeast-1', 'me-south-1', 'eu-west-2'];

it('knows every movement of data that the document orders, and no other between its regions', () => {
  const between = dataFlows(catalog).filter(({ from, to }) =>
    [from, to].every((id) => targets.includes(id)),
  );
  expect(between.map(key)).toEqual([
    'rest ap-south-1 -> ap-south-1',
    'bucket-replica ap-south-1 -> ap-southeast-1',
    'fallback ap-south-1 -> ap-southeast-1',
    'rest ap-southeast-1 -> ap-southeast-1',
    'write ap-southeast-1 -> ap-south-1',
    'database-replica ap-south-1 -> ap-southeast-1',
    'redis-replica ap-south-1 -> ap-southeast-1',
    'rest me-south-1 -> me-south-1',
    'rest eu-west-2 -> eu-west-2',
  ]);
});

it('knows that the data of every region rests there', () => {
  const flows = dataFlows(catalog).map(key);
  for (const id of regionIds) expect(flows).toContain(`rest ${id} -> ${id}`);
});

it('has one written exception for each flow that leaves a country', () => {
  expect(crossings(catalog).map(key).sort()).toEqual(exceptions.map(key).sort());
});

it('counts the people who write to a writer among those its replica carries abroad', () => {
  const british = changed((draft) =>
    Object.assign(draft['eu-west-2'].database, { writer: 'ap-south-1' }),
  );
  const replica = crossings(british).find(({ flow }) => flow === 'database-replica');
  expect(replica?.subjects).toEqual(['IN', ...catalog['eu-west-2'].serves]);
});

it('does not count the people of the replica, whose data comes back to where it is placed', () => {
  const replica = crossings(catalog).find(({ flow }) => flow === 'database-replica');
  expect(replica?.subjects).toEqual(['IN']);
});

it('orders no flow for a region that keeps its own writes, cache and objects', () => {
  const from = dataFlows(catalog).filter(({ from }) => from === 'eu-west-2');
  expect(from).toEqual([
    { flow: 'rest', from: 'eu-west-2', to: 'eu-west-2', at: 'eu-west-2.country' },
  ]);
});
