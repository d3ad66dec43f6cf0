import { type Problem, problem, unless } from '@bizflow/kernel';
import { type Adequacy, adequacy, basisOf } from '../adequacy.ts';
import { areaOf } from '../areas.ts';
import { type Crossing, crossings } from '../crossings.ts';
import type { ResidencyException } from '../exceptions.ts';
import { type Catalog, sheetOf } from '../sheet-of.ts';

const concerns = (exception: ResidencyException, crossing: Crossing): boolean =>
  exception.flow === crossing.flow &&
  exception.from === crossing.from &&
  exception.to === crossing.to;

/** No tenant's data crosses a border without a written exception, and no exception outlives it. */
export function residencyRules(
  catalog: Catalog,
  exceptions: readonly ResidencyException[],
): readonly Problem[] {
  const found = crossings(catalog);
  const unwritten = found.flatMap((crossing) => {
    const allowed = exceptions.filter((exception) => concerns(exception, crossing));
    const subjects = crossing.subjects.filter(
      (country) => !allowed.some((exception) => exception.subjects.includes(country)),
    );
    return subjects.length === 0 ? [] : [unwrittenCrossing(catalog, crossing, subjects)];
  });
  const unused = exceptions.flatMap((exception, index) => {
    const needed = found
      .filter((crossing) => concerns(exception, crossing))
      .flatMap(({ subjects }) => subjects);
    const idle = exception.subjects.filter((country) => !needed.includes(country));
    const used = idle.length === 0 && exception.subjects.length > 0;
    return used ? [] : [unusedException(index, exception, idle)];
  });
  return [...unwritten, ...unused, ...exceptions.flatMap(elsewhere(catalog))];
}

const acts: readonly Adequacy[] = Object.values(adequacy);

// One act may hold for two ways: the schedule of the United Kingdom names the EEA and Switzerland.
const elsewhere =
  (catalog: Catalog) =>
  ({ basis, to, subjects }: ResidencyException, index: number): readonly Problem[] => {
    const cited = acts.filter((act) => basisOf(act) === basis);
    const place = sheetOf(catalog, to)?.country;
    if (cited.length === 0 || place === undefined) return [];
    const outside = subjects.filter(
      (country) => !cited.some((act) => act.from === areaOf(country) && act.to === areaOf(place)),
    );
    return unless(outside.length === 0, {
      code: 'BASIS_ELSEWHERE',
      at: `exceptions[${index}].basis`,
      value: basis,
      reason: `allows ${cited.map((act) => `${act.from} to ${act.to}`).join(', ')}, not ${outside.join(', ')} to ${place}`,
      remedy: 'cite the act that allows this way, or keep the data in its area',
    });
  };

const unwrittenCrossing = (
  catalog: Catalog,
  { flow, from, to, at }: Crossing,
  subjects: readonly string[],
): Problem =>
  problem({
    code: 'RESIDENCY_CROSSING',
    at,
    value: `${flow} ${from} -> ${to}`,
    reason: `moves data of ${subjects.join(', ')} to ${sheetOf(catalog, to)?.country ?? 'an unknown region'}`,
    remedy:
      'keep the data in its region, or write an exception with its legal basis in exceptions.ts',
  });

const unusedException = (
  index: number,
  { flow, from, to }: ResidencyException,
  idle: readonly string[],
): Problem =>
  problem({
    code: 'EXCEPTION_UNUSED',
    at: `exceptions[${index}]`,
    value: `${flow} ${from} -> ${to}`,
    reason: `no data of ${idle.join(', ') || 'any country'} crosses this border any more`,
    remedy: 'delete the exception, or the countries that no longer need it',
  });
