import { type Problem, unless } from '@bizflow/kernel';

/** A public address and the path that says whether the service is well. */
export interface Door {
  readonly baseUrl: string;
  readonly healthPath: string;
}

/** What a person would try first: it is well, it is quick to say so, and a wrong path is no crash. */
export async function smokeProblems({ baseUrl, healthPath }: Door): Promise<readonly Problem[]> {
  const health = await answerOf(new URL(healthPath, baseUrl));
  const nowhere = await answerOf(new URL('/no-such-path', baseUrl));
  return [
    ...unless(health.status === 200, {
      code: 'SMOKE_HEALTH',
      at: health.at,
      value: health.words,
      reason: 'is not 200',
      remedy,
    }),
    ...unless(nowhere.status >= 400 && nowhere.status < 500, {
      code: 'SMOKE_UNKNOWN_PATH',
      at: nowhere.at,
      value: nowhere.words,
      reason: 'must be 4xx for a path that does not exist',
      remedy: 'answer unknown paths with 404',
    }),
  ];
}

const remedy = 'check the pods, the target group and the record in Route 53';
const patienceMs = 5_000;

async function answerOf(url: URL) {
  try {
    const { status } = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    return { at: url.href, status, words: `${status}` };
  } catch (error) {
    const { message, cause } = error as Error;
    const words = cause instanceof Error ? `${message}: ${cause.message}` : message;
    return { at: url.href, status: 0, words };
  }
}
