import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { breakages, changed, excepted, problemsOf } from '../../testing/index.ts';
import { catalog } from '../catalog.ts';
import { exceptions } from '../moves/allowed.ts';
import type { Catalog } from '../sheet-of.ts';
import { catalogRules } from './catalog-rules.ts';

it('finds no problem in the catalog', () => {
  expect(catalogRules(catalog)).toEqual([]);
});

it('finds none in the example places, so that what breaks them is all that is wrong', () => {
  expect(problemsOf()).toEqual([]);
});

it.each(breakages)('reports $sentence with exactly its codes', ({ change, codes }) => {
  expect(problemsOf(change).map(({ code }) => code)).toEqual(codes);
});

it('shows every code of the rules to fire', () => {
  const written = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('-rules.ts'))
    .map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))
    .flatMap((source) => source.match(/(?<=')[A-Z]+(?:_[A-Z]+)+(?=')/g) ?? []);
  const shown = breakages.flatMap(({ codes }) => codes);
  expect([...new Set(shown)].sort()).toEqual([...new Set(written)].sort());
});

it('reports all that is wrong at once', () => {
  const found = problemsOf((draft) => {
    for (const { change } of breakages) change(draft);
  });
  expect(new Set(found.map(({ code }) => code)).size).toBeGreaterThan(10);
});

it('reports the crossing when its exception is taken away', () => {
  for (const [index, { flow, from, to }] of exceptions.entries()) {
    expect(catalogRules(catalog, exceptions.toSpliced(index, 1))).toEqual([
      expect.objectContaining({ code: 'RESIDENCY_CROSSING', value: `${flow} ${from} -> ${to}` }),
    ]);
  }
});

it('reports an exception without countries, or with one that needs none', () => {
  const malaysia = excepted.filter(({ subjects }) => subjects.includes('MY')).slice(0, 1);
  const codes = (...subjects: readonly ('MY' | 'FR')[]) =>
    catalogRules(changed(), [...excepted, ...malaysia.map((one) => ({ ...one, subjects }))]).map(
      ({ code }) => code,
    );
  expect(codes()).toEqual(['EXCEPTION_UNUSED']);
  expect(codes('MY', 'FR')).toEqual(['EXCEPTION_UNUSED']);
  expect(codes('MY')).toEqual([]);
});

type Leaf = { readonly holder: Record<string, unknown>; readonly key: string };

const leavesOf = (holder: object): Leaf[] =>
  Object.entries(holder).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leavesOf(value)
      : [{ holder: holder as Record<string, unknown>, key }],
  );

// Also the names of what every object inherits, and what a number can be without being one.
const texts = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'toString', '', 'UK', 'EU', '*', 'secondary'),
  fc.constantFrom(...leavesOf(catalog).map(({ holder, key }) => String(holder[key]))),
);
const numbers = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, NaN, Infinity));

it('never throws, whatever strings and numbers the fact sheets have', () => {
  const edits = fc.array(fc.tuple(fc.nat(), texts, numbers), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(edits, (all) => {
      const draft: Catalog = structuredClone<Catalog>(catalog);
      const leaves = leavesOf(draft);
      for (const [place, text, number] of all) {
        const leaf = leaves[place % leaves.length];
        const kind = leaf && typeof leaf.holder[leaf.key];
        if (leaf && kind === 'string') leaf.holder[leaf.key] = text;
        if (leaf && kind === 'number') leaf.holder[leaf.key] = number;
      }
      for (const { code, at, value, reason, remedy } of catalogRules(draft)) {
        expect([code, at, reason, remedy].every((words) => words !== '')).toBe(true);
        expect(typeof value).toBe('string');
      }
    }),
    { numRuns: 500 },
  );
});
