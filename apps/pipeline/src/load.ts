import type { PerformancePolicy } from '@bizflow/config/delivery';
import { inJson, type Problem, problem } from '@bizflow/kernel';
import autocannon from 'autocannon';
import { items, members } from './json.ts';
import { performanceRules } from './rules/performance-rules.ts';

/** One request of a load; the application's repository lists them in `performance/requests.json`. */
export interface LoadRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Loads a service as `delivery.ts` says, and returns the problems with its answers. */
export async function loadProblems(
  baseUrl: string,
  requests: readonly LoadRequest[],
  limits: PerformancePolicy,
  say: (line: string) => void,
): Promise<readonly Problem[]> {
  const result = await autocannon({
    url: baseUrl,
    connections: limits.connections,
    overallRate: limits.requestsPerSecond,
    duration: limits.seconds,
    // A request that takes longer than production allows is an error soon enough.
    timeout: Math.ceil((2 * limits.p99Ms) / 1000),
    requests: requests.map(({ method, path, headers, body }) => ({
      method: method as 'GET',
      path,
      headers: { ...headers },
      ...(body !== undefined && { body }),
    })),
  });
  const { latency } = result;
  say(
    `${result.requests.total} requests in ${result.duration} s: p50 ${latency.p50} ms, ` +
      `p97.5 ${latency.p97_5} ms, p99 ${latency.p99} ms; 2xx ${result['2xx']}, ` +
      `4xx ${result['4xx']}, 5xx ${result['5xx']}, errors ${result.errors}`,
  );
  return performanceRules(baseUrl, result, limits);
}

/** Reads the list of requests; an empty one would load nothing. */
export function loadRequests(
  at: string,
  list: unknown,
): readonly LoadRequest[] | readonly [Problem] {
  const requests = items(list)
    .map(members)
    .map(({ method = 'GET', path, headers, body }) => ({
      method: String(method),
      path: String(path),
      headers: members(headers) as Readonly<Record<string, string>>,
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    }));
  return requests.length > 0 && requests.every(({ path }) => path.startsWith('/'))
    ? requests
    : [
        problem({
          code: 'LOAD_REQUESTS',
          at,
          value: inJson(list),
          reason: 'must be a list of requests with paths',
          remedy: 'write [{ "method": "GET", "path": "/orders" }, ...]',
        }),
      ];
}
