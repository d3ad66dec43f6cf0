import type { Fleet } from '@bizflow/config';
import { counted } from '@bizflow/kernel';
import { countryCodes, placedAmong } from '@bizflow/region-catalog';
import { named, type State } from './state.ts';

/** The answer that each country gets, in words. */
const answersIn = ({ catalog }: Fleet): ReadonlyMap<string, string> => {
  const regions = Object.values(catalog);
  return new Map(
    countryCodes.map((country) => {
      const placed = placedAmong(regions, country);
      const region = regions.find(({ id }) => id === placed?.region);
      const asked = { served: country, continent: 'EU', default: '*' } as const;
      const isWaiting = region?.life.waiting.includes(asked[placed?.basis ?? 'default']);
      return [country, isWaiting ? 'the page' : (placed?.region ?? 'no region')];
    }),
  );
};

/** Whose answer changes at which step. */
export const people = (before: Fleet, states: readonly State[]): readonly string[] => {
  let known = answersIn(before);
  const lines = states.flatMap(({ step, fleet }) => {
    const now = answersIn(fleet);
    const changed = countryCodes.filter((country) => known.get(country) !== now.get(country));
    const ways = Map.groupBy(changed, (one) => `${known.get(one)} -> ${now.get(one)}`);
    known = now;
    return [...ways].map(
      ([way, countries]) =>
        `${step}: ${way} for ${counted(countries.length, 'country', 'countries')}: ${named(countries)}`,
    );
  });
  return lines.length === 0 ? ['no answer changes'] : lines;
};
