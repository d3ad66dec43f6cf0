import { delivery } from '@bizflow/config';
import { describe, expect, it } from 'vitest';
import { loadProblems, loadRequests } from './load.ts';
import { serve } from './testing/server.ts';
import { performanceProblems } from './verdicts/performance.ts';

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

  it('fails one that asks for a token, because its code was never loaded', async () => {
    expect(await loaded(() => ({ status: 401, afterMs: 0 }))).toEqual(['LOAD_REFUSED']);
  });

  it('fails one that is not there', async () => {
    const server = await serve(() => undefined);
    await server.stop();
    const problems = await loadProblems(server.url, orders, brief, () => undefined);
    expect(problems.map(({ code }) => code)).toEqual(['LOAD_TOO_SMALL', 'LOAD_ERRORS']);
  });
});

describe('the verdict on a load', () => {
  const good = {
    requests: { total: 3000 },
    latency: { p97_5: 1000, p99: 3000 },
    ...{ '2xx': 3000, '4xx': 0, '5xx': 0, errors: 0 },
  };
  const codes = (change: object) =>
    performanceProblems('pod', { ...good, ...change }, delivery.performance).map(
      ({ code }) => code,
    );

  it.each([
    ['exactly the limits', {}, []],
    ['one millisecond more', { latency: { p97_5: 1001, p99: 3001 } }, ['LOAD_SLOW', 'LOAD_SLOW']],
    ['1.00 % errors', { '2xx': 2970, '5xx': 30 }, []],
    ['1.03 % errors', { '2xx': 2969, '5xx': 31 }, ['LOAD_ERRORS']],
    ['broken connections', { '2xx': 2900, errors: 100 }, ['LOAD_ERRORS']],
    ['a tenth missing', { '2xx': 2700 }, []],
    ['more missing', { '2xx': 2699 }, ['LOAD_TOO_SMALL']],
  ])('on %s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });
});

describe('the list of requests', () => {
  it('is taken as it stands, an object as a body of JSON', () => {
    expect(
      loadRequests('r', [{ path: '/a' }, { method: 'POST', path: '/b', body: { n: 1 } }]),
    ).toEqual([
      { method: 'GET', path: '/a', headers: {}, body: undefined },
      { method: 'POST', path: '/b', headers: {}, body: '{"n":1}' },
    ]);
  });

  it.each([[[]], [{}], [undefined], [[{ path: 'orders' }]], [['/orders']]])(
    'is refused: %j',
    (list) => {
      expect(loadRequests('r', list)).toMatchObject([{ code: 'LOAD_REQUESTS' }]);
    },
  );
});
