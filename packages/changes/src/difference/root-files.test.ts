import { expect, it } from 'vitest';
import { rootFileChanges } from './root-files.ts';

const path = 'terraform/environments/production/one/main.tf.json';
const text = (body: object): Record<string, string> => ({ [path]: JSON.stringify(body) });
const changed = { address: 'a', type: 'a', before: undefined, after: undefined, fields: [] };

it.each(['terraform', 'provider', 'variable', 'output', 'data', 'ephemeral', 'moved', 'module'])(
  'shows what differs in a block %s that no resource shows',
  (block) => {
    const [older, newer] = [text({ [block]: { one: 1 } }), text({ [block]: { one: 2 } })];
    expect(rootFileChanges(older, newer, [])).toEqual([
      {
        ...{ place: 'production/one', path },
        fields: [{ at: `/${block}/one`, field: `/${block}/one`, before: 1, after: 2 }],
      },
    ]);
  },
);

it('leaves out arguments of modules whose resources show them, and the digest of a render', () => {
  const [older, newer] = [text({ '//': 'a', module: 1 }), text({ '//': 'b', module: 2 })];
  expect(rootFileChanges(older, newer, [{ ...changed, place: 'production/one' }])).toEqual([]);
  expect(rootFileChanges(older, newer, [{ ...changed, place: 'production/two' }])).toHaveLength(1);
});
