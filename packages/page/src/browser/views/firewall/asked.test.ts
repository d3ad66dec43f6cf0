import { expect, it } from 'vitest';
import { firstAsked, seriesOf } from './asked.ts';

it('sends a request as often as it is asked, spread over its seconds', () => {
  const series = seriesOf({ ...firstAsked, times: '3', seconds: '60' });
  expect(series.map(({ at }) => at)).toEqual([0, 20, 40]);
});

it.each([
  ['', 1],
  ['0', 1],
  ['1e9', 9999],
  ['many', 1],
])('takes %j as %i requests', (times, count) => {
  expect(seriesOf({ ...firstAsked, times })).toHaveLength(count);
});

it('reads headers by their lines, and an empty path and country as such', () => {
  const headers = 'Host: a:b\nno header\nX-Empty:\n: none';
  const [request] = seriesOf({ ...firstAsked, headers, target: '', country: '' });
  expect(request?.headers).toEqual({ Host: 'a:b', 'X-Empty': '' });
  expect(request?.target).toBe('/');
  expect(request?.source.country).toBeNull();
});
