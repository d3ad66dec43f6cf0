import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startMotoIn } from '@bizflow/testing/moto';
import type { Known } from '../src/rehearsal/deviations.ts';
import { additions } from '../src/rehearsal/moto.ts';

/** What moto is known to do otherwise than AWS, and why. */
export const known: readonly Known[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'rehearsal.json'), 'utf8'),
);

/** Starts moto as a rehearsal of whole accounts needs it: with AWS's own policies, and what it lacks. */
export const startStandIn = (python: string) =>
  startMotoIn({
    python,
    settings: { MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
    first: additions(),
  });
