import type { Manifest } from '@bizflow/config';
import type { Status } from './subject.ts';

interface Canary {
  readonly pingPong: { readonly pingService: string; readonly pongService: string };
  readonly trafficRouting: { readonly alb: { readonly rootService: string } };
  readonly steps: readonly {
    readonly setWeight?: number;
    readonly pause?: { duration?: string };
  }[];
}

/** The canary of a Rollout, as it is rendered. */
export const canaryOf = ({ spec }: Manifest): Canary =>
  (spec as { strategy: { canary: Canary } }).strategy.canary;

/** The shares of traffic that a release gets before it has all. */
export const weightsIn = (rollout: Manifest): readonly number[] =>
  canaryOf(rollout).steps.flatMap(({ setWeight }) => setWeight ?? []);

export const healthy = ({ phase, stable, current }: Status): boolean =>
  phase === 'Healthy' && stable === current;

/** A release that waits at its gate, with its pods up and without a user. */
export const atGate = ({ phase, pauses }: Status): boolean =>
  phase === 'Paused' && pauses.includes('CanaryPauseStep');

export const aborted = ({ abort, phase }: Status): boolean => abort && phase === 'Degraded';

/** A release that waits for a person, as its metrics do not say enough. */
export const undecided = ({ pauses }: Status): boolean =>
  pauses.includes('InconclusiveAnalysisRun');
