import type { Manifest } from '@bizflow/config';

/** What a rehearsal changes: how long things take, and whom the analysis asks. */
export interface Pace {
  /** Each timed pause, in seconds: longer than the five samples of 2 s until a release waits. A pause without an end keeps none. */
  readonly pauseSeconds: number;
  readonly metrics: string;
}

const seconds = {
  minReadySeconds: 1,
  progressDeadlineSeconds: 25,
  scaleDownDelaySeconds: 3,
  abortScaleDownDelaySeconds: 3,
};

type Data = Readonly<Record<string, unknown>>;

const inSpec = (object: Manifest, change: (key: string, value: unknown) => unknown): Manifest => ({
  ...object,
  spec: rewritten(object.spec, change) as Data,
});

function rewritten(value: unknown, change: (key: string, value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, rewritten(change(key, member), change)] as const)
      .filter(([, member]) => member !== undefined),
  );
}

const quickRollout = (object: Manifest, { pauseSeconds }: Pace): Manifest =>
  inSpec(object, (key, value) => {
    if (key in seconds) return seconds[key as keyof typeof seconds];
    return key === 'duration' ? `${pauseSeconds}s` : value;
  });

const quickTemplate = (object: Manifest, { metrics }: Pace): Manifest =>
  inSpec(object, (key, value) => {
    if (key === 'initialDelay' || key === 'interval') return '2s';
    if (key === 'address') return metrics;
    return key === 'authentication' ? undefined : value;
  });

/** An object of the fleet for a rehearsal; all but Rollouts and AnalysisTemplates stay as they are. */
export function quickened(object: Manifest, pace: Pace): Manifest {
  if (object.kind === 'Rollout') return quickRollout(object, pace);
  if (object.kind === 'AnalysisTemplate') return quickTemplate(object, pace);
  return object;
}
