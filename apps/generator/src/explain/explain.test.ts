import { describe, expect, it } from 'vitest';
import { serialize } from '../serialize.ts';
import type { ExplainOptions } from './explain.ts';
import { explain } from './explain.ts';
import { type FactIndex, textDigest } from './index-file.ts';

const files = {
  'gitops/a.yaml': serialize({
    path: 'gitops/a.yaml',
    body: { size: 3, tags: ['x'], text: 'a\nb\n' },
  }),
  'facts/catalog/one.json': serialize({
    path: 'facts/catalog/one.json',
    body: { facts: { size: 3 } },
  }),
};
const fact = { line: 5, value: 3, adds: [], through: [], decides: {} };
const index: FactIndex = {
  ...{ sources: [], digest: '' },
  files: Object.entries(files).map(([path, text]) => [path, textDigest(text)]),
  places: ['0:/size', '0:', '0:/facts/size', '2:/text', '+0:/tags'],
  functions: [{ name: 'sizeOf', file: 'packages/config/src/size.ts', line: 9 }],
  facts: [
    { ...fact, path: 'one.size', file: 'src/one.ts', decides: { 0: [0], 1: [2] }, through: [0] },
    { ...fact, path: 'one.name', file: 'src/one.ts', line: 6, value: 'a', decides: { 0: [1] } },
    { ...fact, path: 'one.text', file: 'src/one.ts', line: 7, value: 't', decides: { 0: [3, 4] } },
    { ...fact, path: 'price', file: 'src/price.ts', adds: ['gitops/b.yaml'] },
  ],
};

const explained = (options: ExplainOptions, edits: Readonly<Record<string, string>> = {}) => {
  const texts: Readonly<Record<string, string>> = { ...files, ...edits };
  return explain(() => index, treeOf(texts), options);
};

const treeOf = (texts: Readonly<Record<string, string>>) => ({
  read: (path: string) => (texts[path] ?? null) as never,
  children: (folder: string) => [
    ...new Set(
      Object.keys(texts).flatMap((path) => {
        const start = folder === '' ? '' : `${folder}/`;
        return path.startsWith(start) ? [path.slice(start.length).split('/')[0] ?? ''] : [];
      }),
    ),
  ],
});
const factsOf = (file: string): readonly string[] =>
  JSON.parse(explained({ file, json: true })[0] ?? '').facts.map(
    (one: { path: string }) => one.path,
  );

describe('a rendered file', () => {
  it('names the facts that decide it, and those that decide one field', () => {
    expect(factsOf('gitops/a.yaml')).toEqual(['one.size', 'one.name', 'one.text']);
    expect(factsOf('gitops/a.yaml#/size')).toEqual(['one.size', 'one.name']);
    // What would come into a list is decided where the list is.
    expect(factsOf('gitops/a.yaml#/tags')).toEqual(['one.name', 'one.text']);
    expect(factsOf('gitops/a.yaml#/tags/0')).toEqual(['one.name']);
  });

  it('is asked for by line, a line within a text too', () => {
    const line = (text: string) => files['gitops/a.yaml'].split('\n').indexOf(text) + 1;
    expect(factsOf(`gitops/a.yaml:${line('size: 3')}`)).toEqual(['one.size', 'one.name']);
    expect(factsOf(`gitops/a.yaml:${line('  a')}`)).toEqual(['one.name']);
    expect(factsOf(`gitops/a.yaml:${line('  b')}`)).toEqual(['one.name', 'one.text']);
  });

  it('says file, line and value of each fact, what reads it, and the lines that it decides', () => {
    expect(explained({ file: 'gitops/a.yaml#/size' })).toEqual([
      'gitops/a.yaml#/size, line 2: 2 facts',
      '',
      'src/one.ts:6  one.name = "a"',
      '  line 1: the file itself: that it exists, and its name',
      '',
      'src/one.ts:5  one.size = 3',
      '  read by sizeOf (packages/config/src/size.ts:9)',
      '  line 2: /size',
    ]);
  });
});

describe('a fact', () => {
  it.each(['one.size', 'src/one.ts:one.size', 'src/one.ts:5', 'catalog.one.size'])(
    'is found as %s, and says what it decides',
    (name) => {
      const [first] = explained({ fact: name });
      expect(first).toBe('src/one.ts:5  one.size = 3');
    },
  );

  it('says that it decides nothing, and what another value would add', () => {
    const text = explained({ fact: 'price' }).join('\n');
    expect(text).toContain('decides nothing that is rendered');
    expect(text).toContain('another value would add:\n    gitops/b.yaml');
  });
});

describe('explain refuses', () => {
  it.each([
    [{ file: 'gitops/b.yaml' }, 'FILE_NOT_RENDERED', 'did you mean gitops/a.yaml?'],
    [
      { file: 'install/b.yaml' },
      'FILE_NOT_RENDERED',
      'run npm run render, which writes its folder',
    ],
    [{ file: 'fact/catalogue/one.json' }, 'FILE_NOT_RENDERED', 'facts/catalog/one.json?'],
    [{ file: 'gitops/a.yaml#/sise' }, 'POINTER_UNKNOWN', 'did you mean #/size?'],
    [{ file: 'gitops/a.yaml:99' }, 'LINE_UNKNOWN', 'name a line'],
    [{ fact: 'one.sise' }, 'FACT_UNKNOWN', 'did you mean one.size?'],
    [{}, 'EXPLAIN_WHAT', 'name a rendered file'],
    [{ file: 'gitops/a.yaml', fact: 'price' }, 'EXPLAIN_WHAT', 'name a rendered file'],
  ])('%j with %s', (options, code, remedy) => {
    expect(() => explained(options)).toThrow(code);
    expect(() => explained(options)).toThrow(remedy);
  });

  it('what was mistyped before it asks for an index', () => {
    const none = () => {
      throw new Error('the index was asked for');
    };
    for (const file of ['gitops/b.yaml', 'gitops/a.yaml#/sise', 'gitops/a.yaml:99']) {
      expect(() => explain(none, treeOf(files), { file })).toThrow(/did you mean|name a line/);
    }
  });

  it('a file that was edited, or that is not as the facts render it', () => {
    const text = files['gitops/a.yaml'];
    const file = 'gitops/a.yaml';
    expect(() => explained({ file }, { [file]: `${text}more: 1\n` })).toThrow('FILE_EDITED');
    const other = serialize({ path: file, body: { size: 4 } });
    expect(() => explained({ file }, { [file]: other })).toThrow('FILE_STALE');
    expect(() => explained({ file: 'README.md' }, { 'README.md': '# A' })).toThrow(
      'FILE_NOT_RENDERED',
    );
  });
});
