import type { Fleet } from '@bizflow/config';
import { fleetAt } from '@bizflow/config/moves';
import { type Move, type MoveStep, stepsOf } from '@bizflow/region-catalog/moves';
import { borders } from './preview/borders.ts';
import { data } from './preview/data.ts';
import { capacity, cost } from './preview/means.ts';
import { people } from './preview/people.ts';

/** What a move will do to people, data, borders, machines and money, step by step, before anything is written. */
export const previewLines = (facts: Fleet, before: Fleet, move: Move): readonly string[] => {
  const steps = stepsOf(move);
  return [
    `${move.id}: ${move.kind}, from ${move.step} to forget: ${steps.join(', ')}`,
    ...effects(facts, before, move, steps),
  ];
};

/** The same of one step that comes after the present one. */
export const stepLines = (facts: Fleet, move: Move, next: MoveStep): readonly string[] => [
  `${move.id}: ${move.step} -> ${next}`,
  ...effects(facts, facts, move, [next]),
];

const effects = (
  facts: Fleet,
  before: Fleet,
  move: Move,
  steps: readonly MoveStep[],
): readonly string[] => {
  const states = steps.map((step) => ({ step, fleet: fleetAt(facts, move, step) }));
  return [
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
