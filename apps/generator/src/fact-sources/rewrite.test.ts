import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { factsAndNamesIn, factsIn } from './facts-in.ts';
import { functionsIn } from './functions-in.ts';
import { asked, askedWhenRead, type Rewrite } from './rewrite.ts';

const source = `const rest = ['z'];
const sheet = { 'a-b': 1, list: ['x', ['y'], ...rest, 'w'], call: of('p', { q: true }) };
const memo = once((sheet) => sheet.list);
function first() { return sheet['a-b']; }
`;

/** Runs the source, and what is done with it, and returns the numbers of the facts in the order they are asked for. */
function readsOf(rewrite: Rewrite, then: string): { value: unknown; facts: string[] } {
  const facts = factsIn(source);
  const code = rewrite(source, {
    facts,
    firstFact: 0,
    functions: functionsIn(source),
    firstFunction: 10,
  });
  const asked: string[] = [];
  const factOf = (number: number, value: unknown) => {
    asked.push(facts[number]?.path ?? '');
    return value;
  };
  const factList = (list: unknown[], numbers: [number, number][]) => {
    for (const [index, number] of numbers) {
      const value = list[index];
      Object.defineProperty(list, index, { get: () => factOf(number, value), enumerable: true });
    }
    return list;
  };
  const derivedBy = (number: number, of: (given: unknown) => unknown) => (given: unknown) => [
    number,
    of(given),
  ];
  const given = {
    factOf,
    factList,
    derivedBy,
    of: (...all: unknown[]) => all,
    once: (of: unknown) => of,
  };
  const started = runInNewContext(`${code}; asked => { asked.length = 0; return ${then}; }`, given);
  return { value: started(asked), facts: [...asked] };
}

it('asks for every fact while a module starts', () => {
  expect(readsOf(asked, 'sheet.list.length').facts).toEqual([]);
});

it('asks for members and elements when they are read, at the places that they keep', () => {
  expect(readsOf(askedWhenRead, "sheet['a-b']")).toEqual({ value: 1, facts: ["sheet['a-b']"] });
  const all = readsOf(askedWhenRead, 'JSON.stringify(sheet.list)');
  expect(all.value).toBe('["x",["y"],"z","w"]');
  expect(all.facts).toEqual(['sheet.list[0]', 'sheet.list[1][0]']);
  expect(readsOf(askedWhenRead, 'sheet.call[1].q').facts).toEqual(['sheet.call(1).q']);
});

it('says which function runs, a declaration and one within a memo too', () => {
  expect(readsOf(askedWhenRead, 'first()').value).toEqual([11, 1]);
  expect(readsOf(askedWhenRead, 'memo(sheet)[0]').value).toBe(10);
});

it('asks for the names of members while a module starts', () => {
  const members = "const b = 2; const a = { b, 'c-d': { e: 1 } };";
  const facts = factsAndNamesIn(members);
  const code = asked(members, { facts, firstFact: 0, functions: [], firstFunction: 0 });
  const factOf = (_: number, value: unknown) => (typeof value === 'string' ? `${value}!` : value);
  expect(runInNewContext(`${code}; JSON.stringify(a)`, { factOf })).toBe(
    '{"b!":2,"c-d!":{"e!":1}}',
  );
});
