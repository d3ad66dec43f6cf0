import type { Proof } from '@bizflow/proofs';
import { regulations } from '@bizflow/region-catalog';
import type { Answer, Team } from './answer.ts';
import { answers } from './answers.ts';
import type { Duty, LawSheet, Source } from './duty.ts';
import { together } from './find-lines.ts';
import type { EvidenceLine, LostLine } from './line.ts';
import { linesOf } from './lines-of.ts';
import type { Looked } from './looked.ts';

/** `proved`: whole; `part`: the proofs hold, and something is left; `open`: no proof, or one that fails. */
export type State = 'proved' | 'part' | 'open';

/** A duty with what the fleet answers to it now. */
export interface AnsweredDuty extends Omit<Duty, 'answer' | 'source'> {
  readonly source: Source;
  readonly since: string;
  readonly owner: Team;
  readonly state: State;
  /** The proofs that cover it, whether they hold or not. */
  readonly proofs: readonly Proof[];
  /** What is shown; null where nothing is. */
  readonly says: string | null;
  /** What is missing; null where nothing is. */
  readonly open: string | null;
  readonly lines: readonly EvidenceLine[];
}

/** A law with all its duties answered, and the lines that are gone. */
export interface AnsweredLaw {
  readonly sheet: LawSheet;
  readonly duties: readonly AnsweredDuty[];
  readonly lost: readonly LostLine[];
}

/** Answers every duty of a law from the results of the proofs and from the rendered files. */
export function answeredLaw(
  sheet: LawSheet,
  proofs: readonly Proof[],
  looked: Looked,
  known: Readonly<Record<string, Answer>> = answers,
): AnsweredLaw {
  const all = sheet.duties.map((duty) => answeredDuty(duty, sheet, proofs, looked, known));
  return {
    sheet,
    duties: all.map(({ duty }) => duty),
    lost: all.flatMap(({ lost }) => lost),
  };
}

function answeredDuty(
  { answer: name, ...duty }: Duty,
  sheet: LawSheet,
  proofs: readonly Proof[],
  looked: Looked,
  known: Readonly<Record<string, Answer>>,
): { readonly duty: AnsweredDuty; readonly lost: readonly LostLine[] } {
  const answer = known[name] ?? answers[name];
  const covering = proofs.filter(({ proof }) => answer.proofs.some((one) => one === proof));
  const { lines, lost } = together(
    answer.lines.map((line) => linesOf(line, regulations[sheet.law].protects, looked)),
  );
  const about = {
    ...{ ...duty, source: duty.source ?? sheet.source, since: duty.since ?? sheet.since },
    ...{ owner: answer.owner, proofs: covering, lines },
  };
  return { duty: { ...about, ...judged(answer, covering) }, lost };
}

type Judged = Pick<AnsweredDuty, 'state' | 'says' | 'open'>;

function judged(answer: Answer, covering: readonly Proof[]): Judged {
  if ('open' in answer) return { state: 'open', says: null, open: answer.open };
  const holding = covering.filter(({ holds }) => holds).map(({ proof }) => proof);
  const failed = answer.proofs.filter((name) => !holding.includes(name));
  if (failed.length > 0) {
    const open = `Nothing is shown, because a proof fails: ${failed.join(', ')}. \`npm run prove\` names each place.`;
    return { state: 'open', says: null, open };
  }
  const state = answer.rest === null ? 'proved' : 'part';
  return { state, says: answer.says, open: answer.rest };
}
