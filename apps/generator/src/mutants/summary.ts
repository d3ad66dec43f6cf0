import { describe } from '../describe.ts';
import type { PlacedFact } from '../fact-sources/instrument.ts';
import { placedProblems } from '../fact-sources/placed-problems.ts';
import type { ReadSource } from '../fact-sources/written-at.ts';
import { type Excuses, isExcused } from './excuses.ts';
import type { Outcome } from './trial.ts';

/** The survivors, grouped by the file of their facts. */
export function survivors(open: readonly Outcome[]): readonly string[] {
  const files = Object.groupBy(open, ({ fact }) => fact.file);
  return Object.entries(files)
    .toSorted(([, one = []], [, other = []]) => other.length - one.length)
    .flatMap(([file, of = []]) => [`${file}: ${of.length}`, ...of.map((one) => `  ${line(one)}`)]);
}

/** Some refusals, evenly taken from all, as a person sees them. */
export function refusals(
  outcomes: readonly Outcome[],
  count: number,
  read: ReadSource,
): readonly string[] {
  const all = outcomes.flatMap((one) => (one.end === 'refused' ? [one] : []));
  const step = Math.max(1, Math.floor(all.length / count));
  return all
    .filter((_, index) => index % step === 0)
    .slice(0, count)
    .flatMap((one) => [
      ...['', `${one.fact.file}:${line(one)}`],
      ...describe(placedProblems(one.problems, read)),
    ]);
}

const line = (outcome: Outcome): string => {
  const { fact, wrong, end } = outcome;
  const [was, is] = [fact.value, wrong].map((value) => JSON.stringify(value));
  const message = outcome.end === 'thrown' ? ` ${outcome.message}` : '';
  return `${fact.line}: ${fact.path} ${was} -> ${is} ${end}${message}`;
};

/** One line: how many mutants ended how. */
export function summary(
  facts: readonly PlacedFact[],
  outcomes: readonly Outcome[],
  open: readonly Outcome[],
  { harmless }: Excuses,
): string {
  const count = (end: Outcome['end']) => outcomes.filter((outcome) => outcome.end === end).length;
  const values = facts.filter(({ as }) => as === 'value').length;
  const excused = outcomes.filter(
    (one) => (one.end === 'same' || one.end === 'survived') && isExcused(one, harmless),
  );
  return (
    `mutants: ${values} facts and ${facts.length - values} names, ${outcomes.length} wrong: ` +
    `${count('refused')} refused, ${count('warned')} warned of, ${count('thrown')} thrown, ${count('survived')} rendered, ` +
    `${count('same')} not rendered; ${excused.length} harmless, ${open.length} open`
  );
}
