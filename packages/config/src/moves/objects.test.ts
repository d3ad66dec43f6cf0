import { exampleMove, sheetsWithNewcomer } from '@bizflow/region-catalog/testing';
import { expect, it } from 'vitest';
import { exampleFleet } from '../../testing/index.ts';
import { placesOf, stages } from './stages.ts';
import { withMoves } from './with-moves.ts';

const placesFor = (told: Parameters<typeof exampleMove>[0]) => {
  const fleet = { ...exampleFleet(), sheets: sheetsWithNewcomer() };
  const move = exampleMove(told);
  const places = placesOf({ ...fleet, ...withMoves(fleet, [move]) }, move);
  if (places === undefined) throw new RangeError('both ends have a cluster');
  return places;
};
const commandsAt = (step: 'copy' | 'hold' | 'drain', told: Parameters<typeof exampleMove>[0]) =>
  stages[step].acts(placesFor(told)).flatMap(({ commands }) => commands);
const syncs = (commands: readonly string[]) =>
  commands.filter((command) => command.includes('aws s3 sync'));

it('copies whole buckets where everyone goes, once before the hold and once in it', () => {
  const [first, ...more] = syncs(commandsAt('copy', {}));
  expect(first).toMatch(/^aws s3 sync s3:\/\/\S+-xx-north-1\S*\/ s3:\/\/\S+-xx-south-1\S*\/ /);
  expect(syncs(commandsAt('hold', {}))).toEqual([first, ...more]);
});

it('copies and deletes only what lies under the prefixes of who goes, where others stay', () => {
  const some = { kind: 'second-region', from: 'xx-west-1', people: ['FR'] } as const;
  const commands = [...syncs(commandsAt('copy', some)), ...syncs(commandsAt('hold', some))];
  expect(commands.length).toBeGreaterThan(1);
  const erased = commandsAt('drain', some).filter((command) => command.includes('s3 rm'));
  expect(erased.length).toBeGreaterThan(0);
  for (const command of [...commands, ...erased])
    expect(command).toMatch(/^while read -r prefix; do .*\$prefix.*; done < prefixes\.txt$/);
});

it('takes the objects from where the backups are, when the old region does not serve', () => {
  const backup = { data: { by: 'backup', in: 'xx-east-1' } } as unknown as { data: { by: 'rows' } };
  const [first] = syncs(commandsAt('copy', backup));
  expect(first).toContain('--source-region xx-east-1 --region xx-south-1');
});
