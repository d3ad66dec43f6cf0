import { counted, problemLines } from '@bizflow/kernel';
import { beginHistory } from '@bizflow/testing/commits';
import { stands } from '../src/move/before-move.ts';
import type { Played } from '../src/move/played.ts';
import type { Ends } from '../src/move/roots.ts';
import { rendered, type Theatre } from '../src/move/theatre.ts';
import { rehearsalRules } from '../src/rehearsal/deviations.ts';
import { motoVersion } from '../src/rehearsal/moto.ts';
import type { RehearsalTools } from '../src/rehearsal/tools.ts';
import { inOrganization, known } from './stand-in.ts';

/** What plays in a theatre whose fleet is there; `endpoint` is where moto answers. */
export type Play = (theatre: Theatre, endpoint: string) => Promise<readonly Played[]>;

/** Has the fleet at both ends made in new accounts of moto, from a copy of the repository, and plays there. */
export const inTheatre = (
  { terraform, python }: RehearsalTools,
  ends: Ends,
  play: Play,
): Promise<readonly Played[]> =>
  inOrganization(python, async ({ endpoint, facts, folder, accounts }) => {
    const stage = { terraform, folder, accounts };
    const theatre: Theatre = { facts, stage, ends, applied: new Map(), known };
    beginHistory(facts.workspace);
    rendered(theatre, 'accounts');
    const before = await stands(theatre);
    return [before, ...(await play(theatre, endpoint))];
  });

/** Prints what a rehearsal found, and gives its exit code. */
export function concluded(what: string, played: readonly Played[]): number {
  const deviations = played.flatMap((one) => one.deviations);
  const problems = [
    ...rehearsalRules(deviations, known, new Set()),
    ...played.flatMap((one) => one.problems),
  ];
  for (const line of problems.flatMap(problemLines)) console.error(line);
  const applies = played.reduce((sum, one) => sum + one.applies, 0);
  console.log(
    `\nterraform:rehearse ${what}: ${played.length - 1} steps, ${applies} applies on moto ${motoVersion}: ${counted(problems.length, 'problem')}`,
  );
  return problems.length === 0 ? 0 : 1;
}
