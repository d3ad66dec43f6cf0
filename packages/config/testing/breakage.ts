import type { Fleet } from '../src/fleet.ts';
import { called, type Loose } from './fleets.ts';

/** A fleet that may be changed into anything. */
export type Draft = Loose<Fleet>;

/** What breaks the fleet, how, and exactly which codes then answer, in their order. */
export type Breakage = readonly [
  sentence: string,
  change: (draft: Draft) => unknown,
  ...codes: readonly string[],
];

/** The service that most breakages concern. */
export const worker = (draft: Draft) => called(draft, 'whatsapp-worker');
