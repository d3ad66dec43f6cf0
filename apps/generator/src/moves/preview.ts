import type { Fleet } from '@bizflow/config';
import { fleetAt } from '@bizflow/config/moves';
import { type Move, stepsOf } from '@bizflow/region-catalog/moves';
import { borders } from './preview/borders.ts';
import { data } from './preview/data.ts';
import { capacity, cost } from './preview/means.ts';
import { people } from './preview/people.ts';

/** What a move will do to people, data, borders, machines and money, step by step, before anything is written. */
export const previewLines = (facts: Fleet, before: Fleet, move: Move): readonly string[] => {
  const states = stepsOf(move).map((step) => ({ step, fleet: fleetAt(facts, move, step) }));
  return [
    `${move.id}: ${move.kind}, from ${move.step} to forget: ${states.map(({ step }) => step).join(', ')}`,
    ...section('People', people(before, states)),
    ...section('Data', data(facts, move)),
    ...section('Borders', borders(before, states)),
    ...section('Capacity', capacity(facts, move)),
    ...section('Cost a month, by the document', cost(before, states)),
  ];
};

const section = (title: string, lines: readonly string[]): readonly string[] => [
  '',
  title,
  ...lines.map((line) => `  ${line}`),
];
