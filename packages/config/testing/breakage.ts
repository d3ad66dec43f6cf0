import type { Draft } from './example-fleet.ts';
import { called } from './fleets.ts';

/** What breaks the example fleet, how, and exactly which codes then answer, in their order. */
export type Breakage = readonly [
  sentence: string,
  change: (draft: Draft) => unknown,
  ...codes: readonly string[],
];

/** The service that most breakages concern. */
export const worker = (draft: Draft) => called(draft, 'whatsapp-worker');
