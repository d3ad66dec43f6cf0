import { expect, it } from 'vitest';
import { catalog } from './catalog.ts';
import { dataFlows } from './flows.ts';

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
    'backup-copy ap-south-1 -> ap-southeast-1',
    'redis-replica ap-south-1 -> ap-southeast-1',
    'rest me-south-1 -> me-south-1',
    'rest eu-west-2 -> eu-west-2',
  ]);
});
