import type { Manifest } from '@bizflow/config';
import { type Api, type Live, stored } from '../../harness/api.ts';
import { until } from '../../harness/until.ts';

/** A service under rehearsal: its Rollout as it is applied, with one digest or another. */
export interface Subject {
  readonly api: Api;
  readonly rollout: Manifest;
  release(digest: string): Promise<void>;
  /** The approver's word, as the action `resume` of Argo CD gives it. */
  resume(): Promise<void>;
  /** Waits until the Rollout is as described. */
  is(what: string, seconds: number, fits: (status: Status) => boolean): Promise<Status>;
}

/** What Argo Rollouts says of a Rollout. */
export interface Status {
  readonly phase: string;
  readonly message: string;
  readonly abort: boolean;
  readonly step: number;
  readonly pauses: readonly string[];
  readonly stable: string;
  readonly current: string;
  readonly stableService: 'ping' | 'pong' | undefined;
}

/** The digest of the n-th release of a rehearsal, which is in no lock. */
export const digestOf = (release: number): string =>
  `sha256:e2e${String(release).padStart(61, '0')}`;

/** Takes a Rollout that was applied under rehearsal. */
export function subject(api: Api, rollout: Manifest): Subject {
  return {
    api,
    rollout,
    release: async (digest) => void stored(await api.apply(withDigest(rollout, digest))),
    resume: async () => {
      await api.merge(rollout, { status: { pauseConditions: null } }, 'status');
    },
    is: async (what, seconds, fits) => {
      let last: Status | undefined;
      const ask = async () => {
        last = statusOf(await api.read(rollout));
        return last !== undefined && fits(last) ? last : undefined;
      };
      return until(`${rollout.metadata.name} ${what}`, seconds, ask, () => last);
    },
  };
}

function statusOf(live: Live | undefined): Status | undefined {
  const status = live?.status;
  // A status of an older spec says nothing of the release that was just applied.
  if (live === undefined || status?.observedGeneration !== String(live.metadata.generation)) return;
  return {
    phase: status.phase ?? '',
    message: status.message ?? '',
    abort: status.abort ?? false,
    step: status.currentStepIndex ?? -1,
    pauses: (status.pauseConditions ?? []).map(({ reason }: { reason: string }) => reason),
    stable: status.stableRS ?? '',
    current: status.currentPodHash ?? '',
    stableService: status.canary?.stablePingPong,
  };
}

/** The same Rollout with another image, which is all that a release changes. */
export function withDigest(rollout: Manifest, digest: string): Manifest {
  const text = JSON.stringify(rollout).replace(/@sha256:[0-9a-f]{64}/, `@${digest}`);
  return JSON.parse(text);
}
