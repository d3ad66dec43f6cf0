import { expect, it } from 'vitest';
import {
  withElement,
  withEntry,
  withImport,
  withMember,
  withNewMember,
  withoutElements,
  withoutMember,
} from './source-edit.ts';
import { withoutUnused } from './unused-source.ts';

const source = `import { freeze } from './freeze.ts';
import { all, some } from './all.ts';

const shared = { from: 'a', to: 'b' } as const;

/** A list. */
export const list = freeze([
  { flow: 'x', ...shared },
  { flow: 'y', from: 'c', to: 'd' },
] as const satisfies readonly Flow[]);

export const facts = { people: [...all, ...some], dns: { locations: ['a'] } } as const;
`;

it('writes another value of a member, however deep, and keeps all other text', () => {
  expect(withMember(source, ['dns', 'locations'], "['b']")).toBe(
    source.replace("locations: ['a']", "locations: ['b']"),
  );
  expect(() => withMember(source, ['dns', 'checks'], '1')).toThrow(RangeError);
});

it('adds a member to an object that has some, and to one that has none', () => {
  expect(withNewMember(source, ['dns'], 'ttl: 1')).toContain("{ locations: ['a'], ttl: 1 }");
  expect(withNewMember('export const a = { b: {} };', ['b'], 'c: 1')).toBe(
    'export const a = { b: {c: 1} };',
  );
});

it('takes a member away with its comma, wherever it is among others', () => {
  const object = 'export const a = { b: 1, c: 2, d: 3 };';
  expect(withoutMember(object, ['b'])).toBe('export const a = { c: 2, d: 3 };');
  expect(withoutMember(object, ['d'])).toBe('export const a = { b: 1, c: 2 };');
  expect(withoutMember(object, ['e'])).toBe(object);
  expect(withoutMember('export const a = { b: 1, };', ['b'])).toBe('export const a = {  };');
});

it('adds an element to a list, also to an empty one', () => {
  expect(withElement(source, 'list', '{}')).toContain("to: 'd' }, {},\n]");
  expect(withElement('export const a: B[] = freeze([]);', 'a', 'c')).toBe(
    'export const a: B[] = freeze([c]);',
  );
  expect(() => withElement(source, 'facts', '1')).toThrow(RangeError);
});

it('takes elements away by what they say, be it taken from a constant', () => {
  const without = withoutElements(source, 'list', (_, { from }) => from === 'a');
  expect(without).not.toContain("flow: 'x'");
  expect(without).toContain("flow: 'y'");
  expect(withoutElements(source, 'list', () => true)).not.toContain('flow');
});

it('takes away what nothing reads any more, and keeps what something reads', () => {
  const without = withoutElements(source, 'list', (_, { from }) => from === 'a');
  expect(withoutUnused(without)).not.toContain('shared');
  expect(withoutUnused(source)).toBe(source);
  const fewer = withoutUnused(withMember(source, ['people'], '[...some]'));
  expect(fewer).toContain("import { some } from './all.ts';");
  expect(withoutUnused(withMember(source, ['people'], '[]'))).not.toContain('all.ts');
});

it('writes an import before the others', () => {
  expect(withImport('const a = b;\n', "import { b } from './b.ts';")).toBe(
    "import { b } from './b.ts';\nconst a = b;\n",
  );
});

it('writes a value under a key of a constant, in place of the one that is there', () => {
  const once = withEntry('export const all = freeze({});', 'all', 'a/b', '1');
  expect(once).toBe("export const all = freeze({'a/b': 1});");
  expect(withEntry(once, 'all', 'a/b', '2')).toBe("export const all = freeze({'a/b': 2});");
  expect(withEntry(once, 'all', 'c', '3')).toBe("export const all = freeze({'a/b': 1, 'c': 3});");
  expect(() => withEntry('', 'all', 'a', '1')).toThrow(RangeError);
});
