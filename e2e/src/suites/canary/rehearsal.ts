import { setTimeout as pause } from 'node:timers/promises';
import type { Manifest } from '@bizflow/config';
import { podOf } from '../accept/pods.ts';
import type { Metrics, Traffic } from './metrics.ts';
import { digestOf, type Status, type Subject } from './subject.ts';
import { sharesDuring } from './weights.ts';

/** A service behind the load balancer, and what its releases are watched by. */
export interface Rehearsal {
  readonly subject: Subject;
  readonly metrics: Metrics;
  readonly ingress: Manifest;
  /** Everything that is rendered for the service. */
  readonly objects: readonly Manifest[];
}

/** The scenario of one release, and its problems. */
export interface Scenario {
  readonly sentence: string;
  play(rehearsal: Rehearsal): Promise<readonly string[]>;
}

/** What one release came to: the shares of traffic it got, in order, and how it ended. */
export interface Release {
  readonly shares: readonly number[];
  readonly end: Status;
  /** The versions that the analysis asked about. */
  readonly asked: readonly string[];
}

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

export const healthy = ({ phase, stable, current }: Status): boolean =>
  phase === 'Healthy' && stable === current;

/** A release that waits at its gate, with its pods up and without a user. */
export const atGate = ({ phase, pauses }: Status): boolean =>
  phase === 'Paused' && pauses.includes('CanaryPauseStep');

/** Releases a version, gives the approver's word, and watches it until it has come to its end. */
export async function release(
  { subject, metrics, ingress }: Rehearsal,
  version: number | string,
  traffic: Traffic,
  end: { readonly what: string; readonly seconds: number; fits(status: Status): boolean },
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<Release> {
  const before = await subject.is('is healthy before a release', 60, healthy);
  const { pingPong, trafficRouting } = canaryOf(subject.rollout);
  const service = before.stableService === 'ping' ? pingPong.pongService : pingPong.pingService;
  const where = { root: trafficRouting.alb.rootService, service };
  const { shares, result } = await sharesDuring(subject.api, ingress, where, async () => {
    metrics.tell(traffic);
    await subject.release(typeof version === 'number' ? digestOf(version) : version);
    const reached = await subject.is('reaches its gate, or ends before', 90, atGateOrOver);
    if (!reached.abort) await subject.resume();
    await meanwhile();
    const status = await subject.is(end.what, end.seconds, end.fits);
    // The last share is written a moment after the status that says so.
    await pause(1500);
    return status;
  });
  return { shares, end: result, asked: [...metrics.asked().keys()] };
}

const atGateOrOver = (status: Status): boolean => atGate(status) || status.abort;

/** Goes back to the committed version, as a revert in Git does. */
export async function revert(rehearsal: Rehearsal): Promise<void> {
  const [, digest = ''] = podOf(rehearsal.subject.rollout).spec.containers[0].image.split('@');
  await revertTo(rehearsal, digest);
}

/** Goes back to an earlier version. */
export async function revertTo({ subject }: Rehearsal, digest: string): Promise<void> {
  await subject.release(digest);
  await subject.is('is healthy after a revert', 60, healthy);
}

/** Problems with these shares of traffic. */
export const sharesProblems = (
  { shares }: Release,
  wanted: readonly number[],
): readonly string[] =>
  shares.join() === wanted.join() ? [] : [`the new version got ${shares.join(', ')} %`];
