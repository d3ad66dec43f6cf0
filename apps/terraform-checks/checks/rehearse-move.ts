import { counted, problemLines } from '@bizflow/kernel';
import { beginHistory } from '@bizflow/testing/commits';
import { beginMove, confirmMove } from '@bizflow/testing/move-steps';
import { stands } from '../src/move/before-move.ts';
import { apart, endsOf } from '../src/move/ends.ts';
import { finished, playStep, storesOf } from '../src/move/play-step.ts';
import type { Played } from '../src/move/played.ts';
import { rendered, type Theatre } from '../src/move/theatre.ts';
import { rehearsalRules } from '../src/rehearsal/deviations.ts';
import { motoVersion } from '../src/rehearsal/moto.ts';
import type { RehearsalTools } from '../src/rehearsal/tools.ts';
import { inOrganization, known } from './stand-in.ts';

/**
 * `npm run terraform:rehearse -- move replace-region OLD --with=NEW`: a move from its first step to its last. Each is
 * written by its generator in a copy of the repository and rendered; then the roots that it changes are applied to
 * moto, as GitHub does, and the commands of its page are played. `only production/global production/OLD` at the end
 * plays some roots.
 */
export async function rehearseMove(
  { terraform, python }: RehearsalTools,
  words: readonly string[],
): Promise<number> {
  const ends = endsOf(words);
  if (ends === undefined) {
    console.error(
      `MOVE_UNKNOWN  ${words.join(' ')}\n  begins no move: say replace-region OLD --with=NEW, or another first command of CONTRIBUTING.md`,
    );
    return 1;
  }
  return inOrganization(python, async ({ facts, folder, accounts }) => {
    const stage = { terraform, folder, accounts };
    const theatre: Theatre = { facts, stage, ends, applied: new Map(), known };
    beginHistory(facts.workspace);
    rendered(theatre, 'accounts');
    const before = await stands(theatre);
    return concluded([before, ...(await steps(theatre, words, await storesOf(theatre)))]);
  });
}

async function steps(
  theatre: Theatre,
  words: readonly string[],
  stores: readonly string[],
): Promise<readonly Played[]> {
  const { workspace } = theatre.facts;
  const { id, step: first } = beginMove(workspace, apart(words).begins);
  const played: Played[] = [];
  const confirms = (team: string) => rendered(theatre, `${team} confirms`);
  for (let step = first; ; step = confirmMove(workspace, id, confirms)) {
    rendered(theatre, step);
    if (step === 'forget') return [...played, await finished(theatre, step)];
    played.push(await playStep(theatre, id, step, stores));
  }
}

function concluded(played: readonly Played[]): number {
  const deviations = played.flatMap((one) => one.deviations);
  const problems = [
    ...rehearsalRules(deviations, known, new Set()),
    ...played.flatMap((one) => one.problems),
  ];
  for (const line of problems.flatMap(problemLines)) console.error(line);
  const applies = played.reduce((sum, one) => sum + one.applies, 0);
  console.log(
    `\nterraform:rehearse move: ${played.length - 1} steps, ${applies} applies on moto ${motoVersion}: ${counted(problems.length, 'problem')}`,
  );
  return problems.length === 0 ? 0 : 1;
}
