import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginHistory } from '@bizflow/testing/commits';
import { commandsOf } from '@bizflow/testing/recipe-commands';
import { repository } from '@bizflow/testing/repository';
import { workspaceCopy } from '@bizflow/testing/workspace';
import { compiles, tested } from './moves/left.ts';
import { play } from './moves/play.ts';

// `npm run moves`: plays each move of CONTRIBUTING.md to its end, each in a copy of this repository; a region is
// retired where it was evacuated. `npm run moves -- replace-region OLD --with=NEW` plays that one, and
// `npm run moves -- replace-region OLD --with=NEW then retire-region NEXT` one after the other. At every step the
// render goes through and every proof holds, and what is left at the end compiles. With `--tests` the tests run there
// too, and only those of the document's own numbers may fail.
const asked = process.argv.slice(2).filter((word) => word !== '--tests');
const withTests = process.argv.includes('--tests');
const begins = /^(replace-region|second-region|evacuate|retire-region)$/;
const told = commandsOf(readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8')).flatMap(
  ({ program, name, args }) => (program === 'nx' && begins.test(name) ? [[name, ...args]] : []),
);
const retired = told.filter(([name]) => name === 'retire-region');

/** The words of each move that a person asks for. */
const apart = (words: readonly string[]): readonly (readonly string[])[] => {
  const at = words.indexOf('then');
  return at < 0 ? [words] : [words.slice(0, at), ...apart(words.slice(at + 1))];
};

const plays =
  asked.length > 0
    ? [apart(asked)]
    : told
        .filter(([name]) => name !== 'retire-region')
        .map((move) => (move[0] === 'evacuate' ? [move, ...retired] : [move]));

let failed = 0;
for (const moves of plays) {
  const workspace = workspaceCopy();
  try {
    beginHistory(workspace);
    for (const move of moves) play(workspace, move);
    compiles(workspace);
    if (withTests) tested(workspace);
  } catch (error) {
    failed += 1;
    console.error(error instanceof Error ? error.message : error);
  } finally {
    workspace.dispose();
  }
}
console.log(`moves: ${plays.length - failed} of ${plays.length} come to their end`);
process.exitCode = failed === 0 ? 0 : 1;
