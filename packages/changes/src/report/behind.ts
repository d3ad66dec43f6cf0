import { listed } from '../text.ts';
import type { Report } from './report.ts';

/** So many causes of one effect are named. */
const many = 4;

/** What is behind an effect, for a person. */
export const behind = (causes: readonly string[]): string =>
  causes.length === 0 ? 'renderer changed' : `by ${listed(causes, many)}`;

/** Whether the same is behind every effect, so that it need not be said of each. */
export const hasOneCause = ({ effects }: Pick<Report, 'effects'>): boolean =>
  new Set(effects.map(({ causes }) => JSON.stringify(causes))).size <= 1;

/** Whether everything differs although no fact does. */
export const isAllOfRenderer = ({ differs, causes }: Pick<Report, 'differs' | 'causes'>): boolean =>
  differs && causes.facts.length === 0 && causes.code.length > 0;
