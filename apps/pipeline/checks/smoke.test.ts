import { noListener } from '@bizflow/testing/no-listener';
import { expect, it } from 'vitest';
import { run } from '../src/testing/command.ts';
import { serve } from '../src/testing/server.ts';

it('is a command that ends with 0 or 1, and never with a stack trace', async () => {
  const server = await serve(({ url }, response) => {
    response.writeHead(url === '/health' ? 200 : 404).end();
  });
  const good = await run('pipeline.sh', ['smoke', '--service=api', `--url=${server.url}`]);
  await server.stop();
  const bad = await run('pipeline.sh', ['smoke', '--service=api', `--url=${noListener}`]);
  expect(good).toEqual({ code: 0, out: '' });
  expect([bad.code, bad.out]).toEqual([1, expect.stringContaining('SMOKE_HEALTH')]);
  expect(bad.out).not.toMatch(/^\s+at /m);
});
