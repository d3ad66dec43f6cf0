import { delivery } from '@bizflow/config/delivery';
import { describe, expect, it } from 'vitest';
import { loadRequests } from './load.ts';
import { performanceRules } from './rules/performance-rules.ts';

describe('the verdict on a load', () => {
  const good = {
    requests: { total: 3000 },
    latency: { p97_5: 1000, p99: 3000 },
    ...{ '2xx': 3000, '4xx': 0, '5xx': 0, errors: 0 },
  };
  const codes = (change: object) =>
    performanceRules('pod', { ...good, ...change }, delivery.performance).map(({ code }) => code);

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
  it('is sent unchanged, an object as a body of JSON', () => {
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
