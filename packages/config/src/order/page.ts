import type { Prerequisite } from './prerequisites.ts';
import { type Copied, commandOf, type Step } from './step.ts';

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The row of a step in its table of docs/foundation.md. */
export const stepRow = (step: Step, index: number): string =>
  row(String(index + 1), step.title, code(commandOf(step)), afterwards(step), step.because);

const afterwards = ({ copies, byHand }: Step): string => {
  const outputs = Map.groupBy(copies, ({ to }) => place(to));
  const told = [...outputs].map(([where, from]) => {
    const names = new Set(from.map(({ output }) => code(output)));
    return `${[...names].join(', ')} to ${where}`;
  });
  return [...told, ...(byHand === '' ? [] : [byHand])].join('; ');
};

// An id of each region goes into that region's own entry.
const place = ([kind, name]: Copied['to']): string =>
  kind === 'clusters' ? `its entry of ${code(kind)}` : code(`${kind}.${name}`);

/** The row of a prerequisite in the checklist. */
export const prerequisiteRow = ({ scope, what, check, prints, otherwise }: Prerequisite): string =>
  row(scope, what, code(check), code(prints), otherwise);
