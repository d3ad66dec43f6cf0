import type { Step } from '../../../data/delivery.ts';

/** A point of a canary: so many minutes after its start it has this share of all traffic. */
export interface Point {
  readonly minute: number;
  readonly percent: number;
  /** Whether it waits for a person here, for any time. */
  readonly waits: boolean;
}

/** The share of a canary over time, to 100 percent. A wait for a person takes no time here. */
export function sharesOf(steps: readonly Step[]): readonly Point[] {
  const points: Point[] = [{ minute: 0, percent: 0, waits: false }];
  for (const step of steps) {
    const { minute, percent } = points.at(-1) ?? { minute: 0, percent: 0 };
    if (step.kind === 'weight') points.push({ minute, percent: step.percent, waits: false });
    if (step.kind === 'pause') {
      points.push({ minute: minute + (step.minutes ?? 0), percent, waits: step.minutes === null });
    }
  }
  return [...points, { minute: points.at(-1)?.minute ?? 0, percent: 100, waits: false }];
}

/** The steps as sentences, each with a key of its own. */
export const saidOf = (
  steps: readonly Step[],
): readonly { readonly key: string; readonly said: string }[] => [
  ...steps.map((step, index) => ({ key: `${index} ${step.kind}`, said: sentence(step) })),
  { key: 'end', said: 'all traffic' },
];

const sentence = (step: Step): string => {
  if (step.kind === 'weight') return `${step.percent} % of traffic`;
  if (step.kind === 'analysis') return `check: ${step.templates.join(', ')}`;
  return step.minutes === null ? 'wait for a person' : `wait ${step.minutes} min`;
};
