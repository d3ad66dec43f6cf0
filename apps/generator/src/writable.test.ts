import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FsTree } from 'nx/src/generators/tree.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withHeader } from './header.ts';
import { survey } from './reconcile.ts';

const files = ['gitops/a.yaml', 'gitops/b.yaml', 'gitops/c/d.yaml'].map((path) => ({
  path,
  text: withHeader(path, 'a: 1\n'),
}));
let root: string;

const at = (path: string): string => join(root, path);
const put = (path: string, text: string): void => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
};
const refused = (): readonly string[] =>
  survey(new FsTree(root, false), ['gitops'], files).problems.map(
    ({ code, at: path }) => `${code} ${path}`,
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'writable-'));
  for (const { path, text } of files) put(path, text);
});
afterEach(() => rmSync(root, { recursive: true }));

it('finds nothing in the way of what is as it was rendered', () => {
  expect(refused()).toEqual([]);
});

it('names links, unmanaged and edited files and folders in one list, each path once', () => {
  put('elsewhere.yaml', 'mine');
  rmSync(at('gitops/a.yaml'));
  symlinkSync(at('elsewhere.yaml'), at('gitops/a.yaml'));
  put('gitops/b.yaml', `${readFileSync(at('gitops/b.yaml'), 'utf8')}# mine\n`);
  put('gitops/notes.txt', 'mine');
  rmSync(at('gitops/c/d.yaml'));
  put('gitops/c/d.yaml/mine.txt', 'mine');
  expect(refused()).toEqual([
    'PATH_IS_LINK gitops/a.yaml',
    'FILE_EDITED gitops/b.yaml',
    'FILE_UNMANAGED gitops/c/d.yaml/mine.txt',
    'FILE_UNMANAGED gitops/notes.txt',
    'FILE_IS_FOLDER gitops/c/d.yaml',
  ]);
});

it('names a link to a folder, and not what it leads to', () => {
  put('elsewhere/d.yaml', 'mine');
  put('elsewhere/more.txt', 'mine');
  rmSync(at('gitops/c'), { recursive: true });
  symlinkSync(at('elsewhere'), at('gitops/c'));
  symlinkSync(at('elsewhere'), at('gitops/unplanned'));
  expect(refused()).toEqual(['PATH_IS_LINK gitops/c', 'PATH_IS_LINK gitops/unplanned']);
});

it('walks in no circle after a link to a folder above', () => {
  symlinkSync(root, at('gitops/round'));
  symlinkSync(at('gitops'), at('gitops/c/round'));
  expect(refused()).toEqual(['PATH_IS_LINK gitops/c/round', 'PATH_IS_LINK gitops/round']);
});

it('names a dangling link once', () => {
  rmSync(at('gitops/a.yaml'));
  symlinkSync(at('missing'), at('gitops/a.yaml'));
  expect(refused()).toEqual(['PATH_IS_LINK gitops/a.yaml']);
});
