import { foundationOrder } from '@bizflow/config/order';
import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { chosen } from './chosen.ts';

const all = foundationOrder(committed);

it('plays every step when nothing is named', () => {
  expect(chosen(committed, []).map(({ step }) => step)).toEqual(all);
});

it('plays only the named roots, in the order and with the numbers of the page', () => {
  for (const root of new Set(all.flatMap(({ roots }) => roots))) {
    const some = chosen(committed, [root]);
    for (const { step, index } of some) {
      expect(all[index]?.title).toBe(step.title);
      expect(step.roots.every((one) => one.startsWith(root))).toBe(true);
      expect(step.copies.every((one) => one.root.startsWith(root))).toBe(true);
    }
    expect(some.some(({ step }) => step.roots.includes(root))).toBe(true);
  }
  expect(chosen(committed, ['unknown'])).toEqual([]);
});
