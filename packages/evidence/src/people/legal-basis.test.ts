import { exampleFleet, nth } from '@bizflow/config/testing';
import type { RegionId } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { writtenBasis } from './legal-basis.ts';

const { catalog, exceptions } = exampleFleet();
// Every exception has words of its own, so that a basis shows which one was taken.
const told = exceptions.map((one, index) => ({ ...one, basis: `${index}` }));
const brought = nth(
  told.filter(({ from, to }) => from !== to),
  0,
);
const twin = nth(
  Object.values(catalog).filter(({ id }) => id !== brought.to && id !== brought.from),
  0,
);
const basisOf = (country: string, to: RegionId) =>
  writtenBasis(
    { flow: 'backup-copy', from: brought.to, to, at: '', subjects: brought.subjects },
    brought.subjects,
    {
      catalog: { ...catalog, [twin.id]: { ...twin, country } } as typeof catalog,
      exceptions: told,
    },
  );

it('takes between two regions of one country the basis of what brought the data there', () => {
  expect(basisOf(catalog[brought.to].country, twin.id)).toEqual({
    basis: brought.basis,
    decision: brought.decision,
    missing: null,
    exception: told.indexOf(brought),
  });
});

it('takes no basis of another flow where a border is crossed', () => {
  expect(basisOf(twin.country, twin.id).missing).toBe('no exception is written');
});
