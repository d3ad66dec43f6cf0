import { setTimeout as pause } from 'node:timers/promises';
import type { Manifest } from '@bizflow/config';
import { podOf } from '../accept/pods.ts';
import type { Metrics, Traffic } from './metrics.ts';
import { atGate, healthy } from './rollout.ts';
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

/** How a release is to end, and within which time. */
export interface End {
  readonly what: string;
  readonly seconds: number;
  fits(status: Status): boolean;
}

/** The end of a sound release. */
export const arrives: End = { what: 'reaches all users', seconds: 120, fits: healthy };

/** What one release came to: the shares of traffic it got, in order, and how it ended. */
export interface Release {
  readonly shares: readonly number[];
  readonly end: Status;
  /** The versions that the analysis asked about. */
  readonly asked: readonly string[];
}

/** Releases a version, gives the approver's word, and watches it until it has come to its end. */
export async function release(
  { subject, metrics, ingress }: Rehearsal,
  version: number | string,
  traffic: Traffic,
  end: End,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<Release> {
  const before = await subject.is('is healthy before a release', 60, healthy);
  const { shares, result } = await sharesDuring(subject, ingress, before, async () => {
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
export async function revert({ subject }: Pick<Rehearsal, 'subject'>): Promise<void> {
  const [, digest = ''] = podOf(subject.rollout).spec.containers[0].image.split('@');
  await revertTo({ subject }, digest);
}

/** Goes back to an earlier version. */
export async function revertTo(
  { subject }: Pick<Rehearsal, 'subject'>,
  digest: string,
): Promise<void> {
  await subject.release(digest);
  await subject.is('is healthy after a revert', 60, healthy);
}

/** Problems with these shares of traffic. */
export const sharesProblems = (
  { shares }: Release,
  wanted: readonly number[],
): readonly string[] =>
  shares.join() === wanted.join() ? [] : [`the new version got ${shares.join(', ')} %`];
