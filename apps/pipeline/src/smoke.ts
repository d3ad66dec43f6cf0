import { type Problem, unless } from '@bizflow/kernel';

/** A public address and the path of its health check. */
export interface Endpoint {
  readonly baseUrl: string;
  readonly healthPath: string;
}

/** Smoke test: the health check answers 200 in time, and an unknown path answers 4xx. */
export async function smokeProblems({
  baseUrl,
  healthPath,
}: Endpoint): Promise<readonly Problem[]> {
  const health = await answerOf(new URL(healthPath, baseUrl));
  const unknown = await answerOf(new URL('/no-such-path', baseUrl));
  return [
    ...unless(health.status === 200, {
      code: 'SMOKE_HEALTH',
      at: health.at,
      value: health.words,
      reason: 'is not 200',
      remedy,
    }),
    ...unless(unknown.status >= 400 && unknown.status < 500, {
      code: 'SMOKE_UNKNOWN_PATH',
      at: unknown.at,
      value: unknown.words,
      reason: 'must be 4xx for a path that does not exist',
      remedy: 'answer unknown paths with 404',
    }),
  ];
}

const remedy = 'check the pods, the target group and the record in Route 53';
const timeoutMs = 5_000;

async function answerOf(url: URL) {
  try {
    const { status } = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { at: url.href, status, words: `${status}` };
  } catch (error) {
    const { message, cause } = error as Error;
    const words = cause instanceof Error ? `${message}: ${cause.message}` : message;
    return { at: url.href, status: 0, words };
  }
}
