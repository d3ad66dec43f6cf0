import fc from 'fast-check';
import { expect, it } from 'vitest';
import { missingFolders } from './missing-folders.ts';

const planned = ['a/b/1', 'a/b/2', 'a/c/3', 'd/4', 'd/5', 'd/6'];

it.each([
  [[], []],
  [['a/b/1'], [{ path: 'a/b/1', files: 1 }]],
  [['a/b/1', 'a/b/2'], [{ path: 'a/b/', files: 2 }]],
  [['a/b/1', 'a/b/2', 'a/c/3'], [{ path: 'a/', files: 3 }]],
  [['a/c/3'], [{ path: 'a/c/3', files: 1 }]],
  [
    ['d/4', 'd/6'],
    [
      { path: 'd/4', files: 1 },
      { path: 'd/6', files: 1 },
    ],
  ],
  [
    ['a/b/1', 'a/b/2', 'd/4'],
    [
      { path: 'a/b/', files: 2 },
      { path: 'd/4', files: 1 },
    ],
  ],
])('says of %j that %j', (missing, said) => {
  expect(missingFolders(missing, planned)).toEqual(said);
});

it('counts each missing file once, and names no folder that has a planned file', () => {
  const name = fc.constantFrom('x', 'y', 'z');
  const file = fc.tuple(name, name, name).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(fc.uniqueArray(file), fc.func(fc.boolean()), (files, isMissing) => {
      const missing = files.filter((one) => isMissing(one));
      const there = files.filter((one) => !missing.includes(one));
      const said = missingFolders(missing, files);
      expect(said.reduce((sum, one) => sum + one.files, 0)).toBe(missing.length);
      for (const { path } of said) expect(there.filter((one) => one.startsWith(path))).toEqual([]);
    }),
  );
});
