import { describe, expect, it } from 'vitest';
import { promQlFaults } from './promql-faults.ts';

describe('PromQL', () => {
  it.each([
    'sum by (job) (rate(requests_total{code=~"5..",route!="/health"}[5m] offset 1m))',
    'histogram_quantile(0.95, sum by (le) (rate(duration_seconds_bucket[5m])))',
    'label_replace(sum_over_time(sum(requests_total - requests_total offset 15s)[15m:15s]) or vector(0), "a", "b", "", "")',
    'scalar(group(present_over_time(up[2m])) or vector(0)) * time()',
    'delta(queue_length[5m]) > bool 1',
    'round(up)',
    'round(up, 0.1)',
    'up{region=""}',
    'up{region!~"a|b",region!=""}',
    'predict_linear(disk_free_bytes[1h], 3600)',
    '-up == 1 and on (job) up',
  ])('is sound: %s', (expression) => {
    expect(promQlFaults(expression)).toEqual([]);
  });

  it.each([
    ['rate(requests_total)', 'rate(requests_total) wants a range, and requests_total is a vector'],
    [
      'sum(requests_total[5m])',
      'sum(requests_total[5m]) wants a vector, and requests_total[5m] is a range',
    ],
    ['rate(queue_length[5m])', 'rate says nothing of queue_length, which is a gauge'],
    ['deriv(requests_total[5m])', 'deriv says nothing of requests_total, which is a counter'],
    ['sum(rate(requests_total[5m])', 'ends too early'],
    ['up{job="a"', 'ends too early'],
    ['up) + 1', 'cannot go on with ) + 1'],
    ['round(up, 1, 2)', 'round(up, 1, 2) has 3 arguments instead of vector, scalar?'],
    ['scalar(1)', 'scalar(1) wants a vector, and 1 is a scalar'],
    ['vector(up)', 'vector(up) wants a scalar, and up is a vector'],
    ['up[5m] + 1', 'up[5m] + 1 calculates with a range'],
    ['up and 1', 'up and 1 joins sets with a scalar'],
    ['1 > 2', '1 > 2 compares two scalars without bool'],
    ['up{a="1",a="2"}', 'never matches: no value of a fits all that is asked of it'],
    ['up{a="",a!=""}', 'never matches: no value of a fits all that is asked of it'],
    ['up{a=~"5..",a="200"}', 'never matches: no value of a fits all that is asked of it'],
    ['up{a=~"["}', 'has a pattern for a that RE2 refuses: ['],
    ['up{a=~"(?!b).*"}', 'has a pattern for a that RE2 refuses: (?!b).*'],
  ])('names what is wrong with %s', (expression, fault) => {
    expect(promQlFaults(expression)).toEqual([fault]);
  });
});

it('says what is wrong with an expression of any length', () => {
  const metrics = Array.from({ length: 50 }, (_, number) => `metric_${number}_total`).join(' + ');
  const [said = ''] = promQlFaults(`rate(${metrics})`);
  expect(said).toMatch(/wants a range, and .+ is a vector$/);
  expect(said.length).toBeLessThan(300);
});
