import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { expect, it } from 'vitest';
import { withHeader } from '../header.ts';
import { settle } from './settle.ts';

const page = (name: string, text = 'what is shown\n') => {
  const path = `docs/evidence/${name}`;
  return { path, text: withHeader(path, text) };
};
const files = [
  page('README.md'),
  page('law/README.md'),
  page('law/record.json', '{\n  "a": 1\n}\n'),
];
const written = () => {
  const tree = createTreeWithEmptyWorkspace();
  settle(tree, files, false);
  return tree;
};

it('writes the files once, and nothing the second time', () => {
  const tree = createTreeWithEmptyWorkspace();
  expect(settle(tree, files, false)).toBe('evidence: 3 written, 0 unchanged, 0 removed');
  expect(settle(tree, files, false)).toBe('evidence: 0 written, 3 unchanged, 0 removed');
  expect(settle(tree, files, true)).toContain('3 files are what');
});

it('removes what is of a law that no longer has people', () => {
  const tree = written();
  expect(settle(tree, files.slice(0, 1), false)).toContain('1 unchanged, 2 removed');
  expect(tree.exists('docs/evidence/law')).toBe(false);
});

it('names in a check what is stale, missing or too much, and writes nothing', () => {
  const tree = written();
  const [first, ...others] = [page('README.md', 'another text\n'), ...files.slice(1)];
  const before = tree.listChanges().map(({ path }) => path);
  expect(() => settle(tree, [first, ...others], true)).toThrow(`EVIDENCE_STALE  ${first.path}`);
  expect(() => settle(tree, [...files, page('new.md')], true)).toThrow('docs/evidence/new.md');
  expect(() => settle(tree, others, true)).toThrow(`EVIDENCE_STALE  ${first.path}`);
  expect(tree.listChanges().map(({ path }) => path)).toEqual(before);
});

it('keeps a page that was edited, and one that a person wrote', () => {
  const tree = written();
  tree.write('docs/evidence/README.md', `${files[0]?.text}mine\n`);
  tree.write('docs/evidence/notes.txt', 'mine');
  for (const check of [true, false]) {
    expect(() => settle(tree, files, check)).toThrow(
      /FILE_EDITED {2}docs\/evidence\/README\.md[\s\S]*FILE_UNMANAGED {2}docs\/evidence\/notes\.txt/,
    );
  }
  expect(tree.read('docs/evidence/notes.txt', 'utf8')).toBe('mine');
});
