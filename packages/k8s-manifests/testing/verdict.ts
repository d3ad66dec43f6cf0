import { runInNewContext } from 'node:vm';

/** What Argo Rollouts may make of one sample. */
export type Verdict = 'failed' | 'passed' | 'inconclusive';

/** The two conditions of a metric, as they are rendered. */
export interface Conditions {
  readonly failureCondition?: string | undefined;
  readonly successCondition?: string | undefined;
}

type Counts = readonly [failed: number, requests: number];

/** The judge of a metric: Argo's expressions are JavaScript as far as ours go, and failure comes first. */
export function judgeOf({ failureCondition, successCondition }: Conditions) {
  const [fails, passes] = [compiled(failureCondition), compiled(successCondition)];
  return (result: Counts): Verdict => {
    if (fails(result)) return 'failed';
    return passes(result) ? 'passed' : 'inconclusive';
  };
}

const compiled = (condition = ''): ((result: Counts) => boolean) =>
  runInNewContext(`(result) => Boolean(${condition})`) as (result: Counts) => boolean;
