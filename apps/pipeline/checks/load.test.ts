import { delivery } from '@bizflow/config/delivery';
import { noListener } from '@bizflow/testing/no-listener';
import { describe, expect, it } from 'vitest';
import { loadProblems } from '../src/load.ts';
import { serve } from '../src/testing/server.ts';

const brief = { ...delivery.performance, seconds: 1 };
const orders = [{ method: 'GET', path: '/orders', headers: {}, body: undefined }];

/** The codes a load of one second gets from a server that answers like this. */
async function loaded(
  answer: (nth: number) => { status: number; afterMs: number },
  limits = brief,
) {
  let nth = 0;
  const server = await serve((_, response) => {
    const { status, afterMs } = answer(nth++);
    setTimeout(() => response.writeHead(status).end('{}'), afterMs);
  });
  const lines: string[] = [];
  const problems = await loadProblems(server.url, orders, limits, (line) => lines.push(line));
  await server.stop();
  expect(lines).toHaveLength(1);
  return problems.map(({ code }) => code);
}

describe('a load on a real server', () => {
  it('passes one that is quick and right', async () => {
    expect(await loaded(() => ({ status: 200, afterMs: 0 }))).toEqual([]);
  });

  it('fails one that is slow', async () => {
    const limits = { ...brief, p95Ms: 50, p99Ms: 150 };
    const codes = await loaded(() => ({ status: 200, afterMs: 200 }), limits);
    expect(codes).toEqual(expect.arrayContaining(['LOAD_SLOW', 'LOAD_SLOW']));
  });

  it('fails one that fails one request in ten', async () => {
    const codes = await loaded((nth) => ({ status: nth % 10 === 9 ? 503 : 200, afterMs: 0 }));
    expect(codes).toEqual(['LOAD_ERRORS']);
  });

  it('fails a service that requires a token, because its code was never loaded', async () => {
    expect(await loaded(() => ({ status: 401, afterMs: 0 }))).toEqual(['LOAD_REFUSED']);
  });

  it('fails one that is not there', async () => {
    const problems = await loadProblems(noListener, orders, brief, () => undefined);
    expect(problems.map(({ code }) => code)).toEqual(['LOAD_TOO_SMALL', 'LOAD_ERRORS']);
  });
});
