import type { Fleet } from '@bizflow/config';
import {
  type Act,
  fleetAt,
  isConfirmed,
  type Places,
  placesOf,
  stages,
  type Wait,
} from '@bizflow/config/moves';
import { endsItsRegion, type Move, type MoveStep, stepsOf } from '@bizflow/region-catalog/moves';
import { crossings } from '@bizflow/region-catalog/rules';
import { code, heads, row } from '../markdown-parts.ts';

/** What people do in a move, step by step: where it is, what is to be done, and what it waits for. */
export const movePage = (fleet: Fleet, move: Move): string => {
  const places = placesOf(fleet, move);
  const steps = stepsOf(move);
  const now = steps.indexOf(move.step);
  return [
    `# ${titles[move.kind](move.from, move.to ?? '')}`,
    '',
    `\`${move.id}\` is at the step **${stages[move.step].title}**. Each step is one commit of sources and rendered files; after it come the commands below, and then the next step:`,
    '',
    ...code(
      `npx nx generate @bizflow/generator:next-step ${move.id} --confirm=... --by=... --evidence=...`,
      'npx nx generate @bizflow/generator:render',
      'git add --all && git commit',
    ),
    '',
    '## Roadmap',
    '',
    ...heads('', 'Step', 'Borders that begin or end', 'Waits for'),
    ...steps.map((step, index) =>
      row(
        index < now ? 'done' : index === now ? '**now**' : '',
        stages[step].title,
        bordersAt(fleet, move, step),
        waitsAt(places, step)
          .map(({ id }) => (isConfirmed(move, step, id) ? `~~${id}~~` : id))
          .join(', '),
      ),
    ),
    '',
    ...steps.slice(now).flatMap((step) => stepLines(move, places, step)),
    '## The way back',
    '',
    wayBack(move),
    '',
  ].join('\n');
};

const titles = {
  replace: (from: string, to: string) => `${to} takes the place of ${from}`,
  evacuate: (from: string, to: string) => `People of ${from} go to ${to}`,
  'second-region': (from: string, to: string) => `${to} takes people of ${from}`,
  standby: (from: string, to: string) => `${to} stands by for ${from}`,
  retire: (from: string) => `${from} is destroyed`,
} as const;

const waitsAt = (places: Places | undefined, step: MoveStep): readonly Wait[] =>
  places === undefined ? [] : stages[step].waits(places);

const actsAt = (places: Places | undefined, step: MoveStep): readonly Act[] =>
  places === undefined ? [] : stages[step].acts(places);

const stepLines = (move: Move, places: Places | undefined, step: MoveStep): readonly string[] => [
  `## ${stages[step].title}`,
  '',
  ...actsAt(places, step).flatMap(({ what, commands }, index) => [
    `${index + 1}. ${what}`,
    ...(commands.length === 0 ? [] : ['', ...code(...commands)]),
    '',
  ]),
  ...waitsAt(places, step).flatMap((wait) => waitLines(move, step, wait)),
];

const waitLines = (move: Move, step: MoveStep, wait: Wait): readonly string[] => {
  const seen = move.confirmations.find((one) => one.step === step && one.wait === wait.id);
  const by = seen === undefined ? wait.by : `${seen.by}: ${seen.evidence}`;
  return [
    `- [${seen === undefined ? ' ' : 'x'}] \`${wait.id}\` (${by}): ${wait.what}. It shows ${wait.prints}${wait.command === null ? '.' : ':'}`,
    ...(wait.command === null ? [] : ['', ...code(wait.command)]),
    '',
  ];
};

const bordersAt = (fleet: Fleet, move: Move, step: MoveStep): string => {
  const steps = stepsOf(move);
  const ways = (one: MoveStep) =>
    crossings(fleetAt(fleet, move, one).catalog).flatMap(({ flow, from, to, subjects }) =>
      subjects.length === 0 ? [] : [`${flow} ${from} to ${to}`],
    );
  const now = ways(step);
  const before = steps[steps.indexOf(step) - 1];
  const known = before === undefined ? now : ways(before);
  return [
    ...now.filter((way) => !known.includes(way)).map((way) => `begins: ${way}`),
    ...known.filter((way) => !now.includes(way)).map((way) => `ends: ${way}`),
  ].join('; ');
};

const wayBack = (move: Move): string =>
  endsItsRegion(move) && move.people.length === 0
    ? 'Revert the commit of the step, until the state was destroyed.'
    : 'Until the people are answered by the new region, revert the commit of the step: nothing of theirs was changed. Afterwards rows are written there, and the way back is a move of its own.';
