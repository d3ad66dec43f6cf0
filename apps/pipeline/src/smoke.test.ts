import { noListener } from '@bizflow/testing/no-listener';
import { expect, it } from 'vitest';
import { smokeProblems } from './smoke.ts';
import { serve } from './testing/server.ts';

const answering = (health: number, unknown: number) =>
  serve(({ url }, response) => {
    response.writeHead(url === '/health' ? health : unknown).end();
  });

it.each([
  [200, 404, []],
  [200, 401, []],
  [503, 404, ['SMOKE_HEALTH']],
  [301, 404, ['SMOKE_HEALTH']],
  [200, 500, ['SMOKE_UNKNOWN_PATH']],
  [200, 200, ['SMOKE_UNKNOWN_PATH']],
])(
  'answers a server of health %s and %s for an unknown path with %j',
  async (health, unknown, expected) => {
    const server = await answering(health, unknown);
    const problems = await smokeProblems({ baseUrl: server.url, healthPath: '/health' });
    await server.stop();
    expect(problems.map(({ code }) => code)).toEqual(expected);
  },
);

it('says why there is no answer', async () => {
  const [problem] = await smokeProblems({ baseUrl: noListener, healthPath: '/health' });
  expect(problem).toMatchObject({
    code: 'SMOKE_HEALTH',
    value: expect.stringContaining('ECONNREFUSED'),
  });
});
