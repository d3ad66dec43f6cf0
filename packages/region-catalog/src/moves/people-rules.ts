import { type Problem, unless, warnUnless } from '@bizflow/kernel';
import { type CountryCode, countryCodes } from '../countries.ts';
import { placedAmong } from '../placement.ts';
import type { Catalog } from '../sheet-of.ts';
import type { Sheets } from '../sheets.ts';
import type { Move } from './move.ts';
import { settled, stateAt } from './state-at.ts';
import { stepsOf } from './steps.ts';

/**
 * Who writes to another region has rows there: they would be copied from the wrong place and stay where no fact
 * names them, or they would be erased where they are read.
 */
export const rowRules = ({ id, from, to, people }: Move, sheets: Sheets): readonly Problem[] =>
  people.length === 0
    ? []
    : [from, to].flatMap((end) => {
        const isKnown = end !== null && Object.hasOwn(sheets, end);
        const writer = isKnown ? sheets[end].database.writer : end;
        return unless(writer === end, {
          code: 'MOVE_ROWS',
          at: `moves.${id}.people`,
          value: people.join(', '),
          reason: `their rows are not in ${end}, which writes to ${writer}`,
          remedy: `move them between regions that take their own writes, or make ${end} a writer first`,
        });
      });

/** Countries that no region names, and whose answer goes with that of their continent to another region. */
export const followersOf = (before: Catalog, move: Move): readonly CountryCode[] => {
  if (!stepsOf(move).includes('move-people')) return [];
  const after = stateAt(before, move, 'move-people');
  return countryCodes.filter((country) => {
    const [was, is] = [before, after].map((all) => placedAmong(Object.values(all), country));
    return was?.basis === 'continent' && was.region === move.from && is?.region === move.to;
  });
};

/** Says whose tenants change their place although the move does not name them: their rows must come too. */
export const followerRules = (move: Move, sheets: Sheets): readonly Problem[] => {
  const followers = followersOf(settled(sheets), move);
  return warnUnless(followers.length === 0, {
    code: 'MOVE_FOLLOWERS',
    at: `moves.${move.id}.people`,
    value: `${move.people.length} countries`,
    reason: `${followers.join(', ')} follow them from ${move.from} to ${move.to}: their answer is that of the continent`,
    remedy: 'copy the rows of their tenants, and erase them, with those of the move',
  });
};
