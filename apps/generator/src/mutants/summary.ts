import type { Outcome } from './outcomes.ts';
import { isExcused, type Ratchet } from './ratchet.ts';

/** The survivors, grouped by the file of their facts. */
export function survivors(open: readonly Outcome[]): readonly string[] {
  const files = Object.groupBy(open, ({ fact }) => fact.file);
  return Object.entries(files)
    .toSorted(([, one = []], [, other = []]) => other.length - one.length)
    .flatMap(([file, of = []]) => [`${file}: ${of.length}`, ...of.map(line)]);
}

const line = ({ fact, wrong, end, by }: Outcome): string =>
  `  ${fact.line}: ${fact.path} ${JSON.stringify(fact.value)} -> ${JSON.stringify(wrong)} ${[end, ...by].join(' ')}`;

/** One line: how many mutants ended how. */
export function summary(
  facts: number,
  outcomes: readonly Outcome[],
  open: readonly Outcome[],
  { harmless }: Ratchet,
): string {
  const count = (end: Outcome['end']) => outcomes.filter((outcome) => outcome.end === end).length;
  const excused = outcomes.filter((one) => one.end !== 'refused' && isExcused(one, harmless));
  return (
    `mutants: ${facts} facts, ${outcomes.length} wrong values: ${count('refused')} refused, ` +
    `${count('thrown')} thrown, ${count('survived')} rendered, ${count('same')} not rendered; ` +
    `${excused.length} harmless, ${open.length} open`
  );
}
