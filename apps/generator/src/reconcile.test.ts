import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GeneratorError } from './error.ts';
import { withHeader } from './header.ts';
import { reconcile, survey } from './reconcile.ts';

const file = (path: string, text = 'a: 1\n') => ({ path, text: withHeader(path, text) });
const tree = () => createTreeWithEmptyWorkspace();
const a = file('gitops/a.yaml');
const b = file('gitops/deep/b.yaml');

describe('reconcile', () => {
  it('makes a folder contain exactly the files', () => {
    const folder = tree();
    reconcile(folder, ['gitops'], [a, b]);
    const outcome = reconcile(folder, ['gitops'], [file('gitops/a.yaml', 'a: 2\n')]);
    expect(outcome).toMatchObject({ stale: ['gitops/a.yaml'], removed: ['gitops/deep/b.yaml'] });
    expect(folder.read('gitops/a.yaml', 'utf8')).toBe(file('gitops/a.yaml', 'a: 2\n').text);
    expect(folder.exists('gitops/deep')).toBe(false);
  });

  it('does not change files that are correct, or files outside the folders', () => {
    const folder = tree();
    reconcile(folder, ['gitops'], [a, b]);
    folder.write('other/unmanaged.txt', 'mine');
    expect(reconcile(folder, ['gitops'], [a, b])).toMatchObject({
      missing: [],
      stale: [],
      unchanged: 2,
    });
    expect(reconcile(folder, ['gitops/deep'], [])).toMatchObject({
      removed: ['gitops/deep/b.yaml'],
    });
    expect(folder.exists('gitops/a.yaml')).toBe(true);
    expect(folder.read('other/unmanaged.txt', 'utf8')).toBe('mine');
  });

  it.each([
    ['an unmanaged file at a planned path', 'gitops/a.yaml', 'mine', 'FILE_UNMANAGED'],
    ['an unmanaged file at another path', 'gitops/x.txt', 'mine', 'FILE_UNMANAGED'],
    [
      'an edited file',
      'gitops/a.yaml',
      `${file('gitops/a.yaml', 'a: 0\n').text}b: 1\n`,
      'FILE_EDITED',
    ],
    [
      'a file with the markers of a merge conflict',
      'gitops/a.yaml',
      `<<<<<<< HEAD\n${file('gitops/a.yaml', 'a: 0\n').text}=======\n>>>>>>> main\n`,
      'FILE_CONFLICT',
    ],
    [
      'an edited file that is no longer planned',
      'gitops/x.yaml',
      `${file('gitops/x.yaml', 'a: 0\n').text}#`,
      'FILE_EDITED',
    ],
  ])('throws and changes nothing for %s', (_, path, content, code) => {
    const folder = tree();
    folder.write('gitops/old.yaml', file('gitops/old.yaml', 'old: 1\n').text);
    folder.write(path, content);
    const before = folder.listChanges();
    const attempt = () => reconcile(folder, ['gitops'], [a, b]);
    expect(attempt).toThrow(GeneratorError);
    expect(attempt).toThrow(`${code}  ${path}`);
    expect(folder.listChanges()).toEqual(before);
  });

  it('names a folder at the path of a file, and keeps its content', () => {
    const folder = tree();
    folder.write('gitops/a.yaml/mine.txt', 'mine');
    expect(() => reconcile(folder, ['gitops'], [a])).toThrow('FILE_IS_FOLDER  gitops/a.yaml');
    expect(folder.read('gitops/a.yaml/mine.txt', 'utf8')).toBe('mine');
  });

  it.each([
    'python/bizflow_region_catalog/__pycache__/data.cpython-313.pyc',
    'python/.mypy_cache/3.13/cache.json',
    'python/dist/a.whl',
    'terraform/.terraform/modules/modules.json',
  ])('keeps clients/%s, which a tool left, and refuses the same elsewhere', (path) => {
    const folder = tree();
    const types = file('clients/python/types.py');
    folder.write(`clients/${path}`, 'a cache');
    expect(reconcile(folder, ['clients'], [types])).toMatchObject({ removed: [] });
    expect(folder.read(`clients/${path}`, 'utf8')).toBe('a cache');
    folder.write(`gitops/${path}`, 'a cache');
    expect(() => reconcile(folder, ['gitops'], [a])).toThrow('FILE_UNMANAGED');
  });

  const initialised = ['.terraform/providers/aws', '.terraform.lock.hcl'];

  it.each(initialised)('keeps %s, which terraform init leaves in a root', (path) => {
    const folder = tree();
    const root = 'terraform/environments/staging';
    folder.write(`${root}/${path}`, 'mine');
    reconcile(folder, [root], []);
    expect(folder.read(`${root}/${path}`, 'utf8')).toBe('mine');
  });

  it.each(initialised)('names %s where Terraform has no business', (path) => {
    const folder = tree();
    folder.write(`gitops/${path}`, 'mine');
    expect(() => reconcile(folder, ['gitops'], [a])).toThrow(`FILE_UNMANAGED  gitops/${path}`);
  });

  it('names a file at the path of the rendered folder', () => {
    const folder = tree();
    folder.write('gitops', 'mine');
    expect(() => reconcile(folder, ['gitops'], [])).toThrow('FILE_UNMANAGED  gitops');
  });

  it('takes a rendered file that was cut for an edited one', () => {
    fc.assert(
      fc.property(fc.nat({ max: a.text.length - 1 }), (length) => {
        const folder = tree();
        folder.write(a.path, a.text.slice(0, length));
        expect(() => reconcile(folder, ['gitops'], [a])).toThrow('gitops/a.yaml');
      }),
      { numRuns: 30 },
    );
  });

  it('keeps an empty file that nothing is planned for: no render left it', () => {
    const folder = tree();
    folder.write('gitops/.keep', '');
    expect(() => reconcile(folder, ['gitops'], [a])).toThrow('FILE_UNMANAGED  gitops/.keep');
    expect(folder.exists('gitops/.keep')).toBe(true);
  });

  it('finds nothing to do after it has run, from any rendered state to any other', () => {
    const path = fc.constantFrom(
      'gitops/a.yaml',
      'gitops/b.yaml',
      'gitops/c/d.yaml',
      'gitops/c/e.yaml',
    );
    const files = fc
      .dictionary(path, fc.string())
      .map((texts) => Object.entries(texts).map(([name, text]) => file(name, text)));
    fc.assert(
      fc.property(files, files, (before, after) => {
        const folder = tree();
        reconcile(folder, ['gitops'], before);
        reconcile(folder, ['gitops'], after);
        expect(survey(folder, ['gitops'], after)).toEqual({
          missing: [],
          stale: [],
          removed: [],
          problems: [],
          unchanged: after.length,
        });
      }),
      { numRuns: 50 },
    );
  });
});
