import { expect, it } from 'vitest';
import { treeOf } from './read.ts';

it.each([
  [
    'a list without its end',
    'a/b.tf',
    'x = [1\n}\n',
    '2',
    /^Missing item separator; Expected a comma/,
  ],
  ['two mistakes: the first', 'a/b.tf', 'x = \ny\n', '1', /^Invalid expression; [^:]*\.$/],
  ['JSON with a comma too many', 'a/b.tf.json', '{\n"a": 1,\n}', '3', /JSON/],
  ['JSON that ends early', 'a/b.tf.json', '{', '1', /JSON/],
])('names the file and the line of %s', async (_, path, text, line, reason) => {
  const error: unknown = await treeOf({ [path]: text }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    name: 'UnreadableSource',
    path,
    line,
    reason: expect.stringMatching(reason),
  });
});
