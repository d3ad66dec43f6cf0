import { setTimeout as pause } from 'node:timers/promises';
import type { Manifest } from '@bizflow/config';
import type { Metrics, Traffic } from '../canary/metrics.ts';
import { revert } from '../canary/rehearsal.ts';
import { atGate, healthy, aborted as isAborted, undecided } from '../canary/rollout.ts';
import { digestOf, type Status, type Subject } from '../canary/subject.ts';
import type { Receiver, Told } from './receiver.ts';

/** A release, and whom it tells: the page of each message by where it is read. */
export interface ReleaseCase {
  readonly says: string;
  readonly version: number;
  readonly traffic: Traffic;
  readonly ends: (status: Status) => boolean;
  readonly tells: readonly (readonly [where: string, page: string])[];
}

const gate = ['deploy-approvals', 'waits for an approval'] as const;
const aborted = ['deploy-alerts', 'releases.md#aborted'] as const;
const inconclusive = ['deploy-approvals', 'releases.md#inconclusive'] as const;

const sound = { requests: 1000, errors: 0 };
const faulty = { requests: 1000, errors: 500 };

/** In production: a person is asked at the gate only, and told of the rest. */
export const inProduction: readonly ReleaseCase[] = [
  { says: 'a sound release', version: 1, traffic: sound, ends: healthy, tells: [gate] },
  {
    says: 'a release that fails',
    version: 2,
    traffic: faulty,
    ends: isAborted,
    tells: [gate, aborted, ['page', '']],
  },
  {
    says: 'a release without requests',
    version: 3,
    traffic: 'no series',
    ends: undecided,
    tells: [gate, inconclusive],
  },
];

/** In staging: no gate, and no page. */
export const inStaging: readonly ReleaseCase[] = [
  { says: 'a sound release', version: 1, traffic: sound, ends: healthy, tells: [] },
  {
    says: 'a release that fails',
    version: 2,
    traffic: faulty,
    ends: isAborted,
    tells: [aborted],
  },
];

/** Problems of what is told about one release. */
export async function problemsIn(
  subject: Subject,
  metrics: Metrics,
  place: string,
  { told }: Receiver,
  { version, traffic, ends, tells }: ReleaseCase,
): Promise<readonly string[]> {
  const before = told().length;
  metrics.tell(traffic);
  await subject.release(digestOf(version));
  if (tells.includes(gate)) {
    await subject.is('waits at its gate', 90, atGate);
    // A person is slower than the controller's last write (argo-rollouts#4073).
    await pause(2000);
    await subject.resume();
  }
  await subject.is('comes to its end', 180, ends);
  // A message follows its event within a second; one too many must have the time to arrive.
  await pause(5000);
  const news = told().slice(before);
  const problems = [
    ...missing(news, tells),
    ...news.flatMap((one) => wrong(one, place, subject.rollout, tells)),
  ];
  await revert({ subject });
  return problems;
}

const missing = (news: readonly Told[], tells: ReleaseCase['tells']): readonly string[] =>
  tells.flatMap(([where, page]) => {
    const count = news.filter((one) => one.where === where && one.text.includes(page)).length;
    return count === 1 ? [] : [`${where} was told ${count} times of ${page || 'an incident'}`];
  });

// An edited message calls no one, and says that the gate is behind.
function wrong(one: Told, place: string, rollout: Manifest, tells: ReleaseCase['tells']) {
  if (one.where === 'edited') {
    return one.text.includes('was approved') ? [] : [`edited to: ${one.text}`];
  }
  if (!tells.some(([where, page]) => one.where === where && one.text.includes(page)))
    return [`${one.where} was told in vain: ${one.text}`];
  if (one.where === 'page') return [];
  return [...place.split('/'), rollout.metadata.name, 'Commit: ', 'sha256:e2e', 'First step: ']
    .filter((word) => !one.text.includes(word))
    .map((word) => `"${word}" is missing: ${one.text}`);
}
