import { beginMove, confirmMove } from '@bizflow/testing/move-steps';
import { apart, endsOf } from '../src/move/ends.ts';
import { finished, playStep, storesOf } from '../src/move/play-step.ts';
import type { Played } from '../src/move/played.ts';
import { rendered, type Theatre } from '../src/move/theatre.ts';
import type { RehearsalTools } from '../src/rehearsal/tools.ts';
import { concluded, inTheatre } from './in-theatre.ts';

/**
 * `npm run terraform:rehearse -- move replace-region OLD --with=NEW`: a move from its first step to its last. Each is
 * written by its generator in a copy of the repository and rendered; then the roots that it changes are applied to
 * moto, as GitHub does, and the commands of its page are played. `only production/global production/OLD` at the end
 * plays some roots.
 */
export async function rehearseMove(
  tools: RehearsalTools,
  words: readonly string[],
): Promise<number> {
  const ends = endsOf(words);
  if (ends === undefined) {
    console.error(
      `MOVE_UNKNOWN  ${words.join(' ')}\n  begins no move: say replace-region OLD --with=NEW, or another first command of CONTRIBUTING.md`,
    );
    return 1;
  }
  const played = await inTheatre(tools, ends, async (theatre) =>
    steps(theatre, words, await storesOf(theatre)),
  );
  return concluded('move', played);
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
