import type { Fleet } from '@bizflow/config';
import { fleetAt, formerLaws } from '@bizflow/config/moves';
import { endsItsRegion, type Move, type Sheets } from '@bizflow/region-catalog/moves';
import { withoutPrices } from './budgets.ts';

/** The fleet when a move is history: its fact sheets say what is, and no list names a region that is gone. */
export const forgotten = (facts: Fleet, move: Move): Fleet => {
  const after = fleetAt(facts, move, 'forget');
  const sheets = Object.fromEntries(
    Object.entries(after.catalog).map(([id, { life: _, ...sheet }]) => [id, sheet]),
  ) as unknown as Sheets;
  const former = formerLaws(facts.catalog, after.catalog, facts.formerValues);
  const formerValues = { ...after.formerValues, ...former };
  const written = { ...after, sheets, formerValues, writtenExceptions: after.exceptions };
  return endsItsRegion(move) ? withoutRegion(written, move) : written;
};

const withoutRegion = (facts: Fleet, { from, to }: Move): Fleet => {
  const place = `production/${from}`;
  const rest = <T>(values: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(values).filter(([id]) => id !== from && id !== place));
  return {
    ...withoutPrices(facts, from, to),
    destroyed: [
      ...facts.destroyed,
      { region: from, by: 'the last step', evidence: 'its confirmation' },
    ],
    formerValues: rest(facts.formerValues),
    assigned: { ...facts.assigned, clusters: rest(facts.assigned.clusters) },
    promotions: facts.promotions.map((promotion) => ({
      ...promotion,
      waves: promotion.waves
        .map((wave) => wave.filter((id) => id !== from))
        .filter((wave) => wave.length > 0),
    })),
  };
};
