import { foundationOrder } from '@bizflow/config/order';
import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { partsOf } from './before-move.ts';

const order = foundationOrder(committed);
const { hub } = committed.foundations.production;
const hubRoot = `production/${hub}`;

it('is the order of the page for the roots that are played, each whole once, and no first sync', () => {
  const parts = partsOf(order, new Set([hubRoot, 'production/global']));
  const whole = parts.filter(({ targets }) => targets.length === 0);
  expect(whole.flatMap(({ roots }) => roots)).toEqual(['production/global', hubRoot]);
  expect(parts.some(({ chapter }) => chapter === 'sync')).toBe(false);
});

it('copies what the roots print, and nothing of others', () => {
  const copies = partsOf(order, new Set([hubRoot])).flatMap((step) => step.copies);
  expect(copies.length).toBeGreaterThan(0);
  expect(new Set(copies.map(({ root }) => root))).toEqual(new Set([hubRoot]));
});

it('has the buckets and keys of others to which data is copied, and no more of them', () => {
  const others = partsOf(order, new Set([hubRoot])).flatMap(({ roots, targets }) =>
    roots.filter((root) => root !== hubRoot).map((root) => `${root} ${targets.join()}`),
  );
  const copiedTo = order.find(({ targets }) => targets.includes('module.s3'))?.roots ?? [];
  expect(copiedTo.length).toBeGreaterThan(0);
  expect(others).toEqual(
    copiedTo.flatMap((root) => [`${root} module.security.aws_kms_alias.this`, `${root} module.s3`]),
  );
});

it('has of the hub its keys alone, where the hub is not played', () => {
  const copiedTo = order.find(({ targets }) => targets.includes('module.s3'))?.roots ?? [];
  const spoke = order
    .flatMap(({ chapter, roots }) => (chapter === 'data' ? roots : []))
    .find((root) => /^production\//.test(root) && ![hubRoot, ...copiedTo].includes(root));
  const parts = partsOf(order, new Set([`${spoke}`]));
  expect(parts.map(({ roots, targets }) => [roots, targets.length > 0])).toEqual([
    [[hubRoot], true],
    [[spoke], true],
    [[spoke], false],
  ]);
  expect(parts[0]?.copies.map(({ to }) => to)).toEqual([['keys', 'production']]);
});
