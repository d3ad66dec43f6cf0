import { again } from '../../harness/again.ts';
import { withoutDatabase } from './outage.ts';
import { arrives, type Rehearsal, release, revertTo, type Scenario } from './rehearsal.ts';
import { aborted } from './rollout.ts';
import { digestOf } from './subject.ts';

/** A version is live when its database goes away; the one before is wanted back. */
export const wayBack: Scenario = {
  sentence:
    'while the database is away no new version gets a pod, and the way back to a recent one is as quick as ever',
  play: async (rehearsal) => {
    const { subject } = rehearsal;
    const sound = { requests: 1000, errors: 0 };
    // The window for a way back counts every version in between, aborted ones too: the committed one is too old.
    for (const version of [7, 8]) await release(rehearsal, version, sound, arrives);
    const before = digestOf(7);
    return withoutDatabase(subject.api, subject.rollout.metadata.namespace ?? '', async () => {
      await revertTo(rehearsal, before);
      const [end, pods] = await podsDuring(rehearsal, async () => {
        await subject.release(digestOf(9));
        return subject.is('is aborted before it starts', 120, aborted);
      });
      await revertTo(rehearsal, before);
      return pods.has(end.current) ? ['a version ran whose isolation was not applied'] : [];
    });
  },
};

/** The versions that had a pod while something was done. */
async function podsDuring<T>(
  { subject: { api, rollout } }: Rehearsal,
  work: () => Promise<T>,
): Promise<readonly [T, ReadonlySet<string | undefined>]> {
  const versions = new Set<string | undefined>();
  const looking = again(200, async () => {
    const pods = await api.list('v1', 'Pod', rollout.metadata.namespace ?? '');
    for (const { metadata } of pods) versions.add(metadata.labels?.['rollouts-pod-template-hash']);
  });
  return [await work().finally(looking.stop), versions];
}
