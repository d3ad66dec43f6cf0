import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { expect, it } from 'vitest';
import { writePage } from './write-page.ts';

it('writes a page, and writes it again', () => {
  const tree = createTreeWithEmptyWorkspace();
  const bytes = writePage(tree, 'docs/page.html', '<!doctype html>\n');
  expect(tree.read('docs/page.html')?.length).toBe(bytes);
  writePage(tree, 'docs/page.html', '<!doctype html>\n<p>é');
  expect(tree.read('docs/page.html', 'utf8')).toMatch(
    /^<!-- Rendered by .* -->\n<!doctype html>\n<p>é$/,
  );
});

it.each([
  ['a.html', '<p>mine', 'FILE_UNMANAGED'],
  ['edited.html', undefined, 'FILE_EDITED'],
  ['notes.txt', undefined, 'PAGE_PATH'],
  ['../page.html', undefined, 'PAGE_PATH'],
])('keeps %s, which is %j', (path, own, code) => {
  const tree = createTreeWithEmptyWorkspace();
  if (own !== undefined) tree.write(path, own);
  if (code === 'FILE_EDITED') {
    writePage(tree, path, '<p>page');
    tree.write(path, `${tree.read(path, 'utf8')} and more`);
  }
  const before = tree.listChanges();
  expect(() => writePage(tree, path, '<p>page')).toThrow(code);
  expect(tree.listChanges()).toEqual(before);
});
