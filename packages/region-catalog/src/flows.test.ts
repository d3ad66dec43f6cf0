import { expect, it } from 'vitest';
import { changed, exampleCatalog } from '../testing/index.ts';
import { catalog } from './catalog.ts';
import { crossings } from './crossings.ts';
import { dataFlows } from './flows.ts';
import { exceptions } from './moves/allowed.ts';
import { regionIds } from './region-ids.ts';

const key = ({ flow, from, to }: { flow: string; from: string; to: string }) =>
  `${flow} ${from} -> ${to}`;

it('knows that the data of every region rests there', () => {
  const flows = dataFlows(catalog).map(key);
  for (const id of regionIds) expect(flows).toContain(`rest ${id} -> ${id}`);
});

it('has a written exception for each flow that leaves a country, and none for another', () => {
  // People of two laws may share a flow, each with a basis of their own.
  expect(new Set(exceptions.map(key))).toEqual(new Set(crossings(catalog).map(key)));
});

it('counts the people who write to a writer among those its replica carries abroad', () => {
  const [hub, west] = ['xx-central-1', 'xx-west-1'] as const;
  const catalog = changed((draft) => {
    draft[west].database.writer = hub;
  });
  const replica = crossings(catalog).find(({ flow }) => flow === 'database-replica');
  expect(replica?.subjects).toEqual([
    ...exampleCatalog[hub].serves,
    ...exampleCatalog[west].serves,
  ]);
});

it('takes the backups of all who are in a database to where its replica is, as a flow of their own', () => {
  const copiedTo = (catalog: ReturnType<typeof changed>) =>
    crossings(catalog).filter(({ flow }) => flow === 'backup-copy');
  const [replica] = crossings(changed()).filter(({ flow }) => flow === 'database-replica');
  expect(copiedTo(changed())).toEqual([{ ...replica, flow: 'backup-copy' }]);
  const [hub, standby] = ['xx-central-1', 'xx-east-1'] as const;
  const alone = changed((draft) => {
    draft[standby].database = { ...draft[hub].database, writer: standby };
  });
  expect(copiedTo(alone)).toEqual([]);
});

it('does not count the people of the replica, whose data comes back to where it is placed', () => {
  const replica = crossings(changed()).find(({ flow }) => flow === 'database-replica');
  expect(replica?.subjects).toEqual(exampleCatalog['xx-central-1'].serves);
});

it('needs no second legal basis inside a country, where the first has brought the data', () => {
  const [hub, east, west] = ['xx-central-1', 'xx-east-1', 'xx-west-1'] as const;
  const north = 'xx-north-1';
  const carried = (country: string) =>
    crossings(
      changed((draft) => {
        draft[north].country = country;
        Object.assign(draft[north].database, { role: 'replica', writer: hub, source: hub });
        draft[west].database.writer = hub;
      }),
    ).find(({ flow, to }) => flow === 'database-replica' && `${to}` === north)?.subjects;
  const { country, serves } = exampleCatalog[hub];
  expect(carried(country)).toBeUndefined();
  expect(carried('OM')).toEqual([
    ...serves,
    ...exampleCatalog[east].serves,
    ...exampleCatalog[west].serves,
  ]);
  // What rests in a country that is not its people's needs a basis there all the same.
  const rests = crossings(changed((draft) => (draft[north].country = country)));
  expect(rests.map(key)).toContain(`rest ${north} -> ${north}`);
});

it('orders no flow for a region that keeps its own writes, cache and objects', () => {
  const id = 'xx-west-1';
  const own = dataFlows(changed()).filter(({ from }) => `${from}` === id);
  expect(own).toEqual([{ flow: 'rest', from: id, to: id, at: `${id}.country` }]);
});
