import { noListener } from '@bizflow/testing/no-listener';
import { expect, it } from 'vitest';
import { openPullRequest } from './pull-request.ts';
import { json, serve } from './testing/server.ts';

const wanted = {
  repository: 'bizflow/platform',
  head: 'promote/api-1.4.2-wave-1',
  base: 'main',
  title: 'Promote api 1.4.2: wave 1 of production',
  body: 'why',
};
const github = (api: string) => ({ api, token: 'ghs_0' });
const html_url = 'https://github.com/bizflow/platform/pull/7';

it('opens one with the given token', async () => {
  let authorization = '';
  const server = await serve((request, response) => {
    authorization = request.headers.authorization ?? '';
    json(response, 201, { number: 7, html_url });
  });
  expect(await openPullRequest(github(server.url), wanted)).toEqual({ url: html_url });
  await server.stop();
  const { repository: _, ...sent } = wanted;
  const [request] = server.requests;
  expect(request).toMatchObject({ method: 'POST', path: '/repos/bizflow/platform/pulls' });
  expect(JSON.parse(request?.body ?? '')).toEqual(sent);
  expect(authorization).toBe('Bearer ghs_0');
});

it('finds the one that is open already', async () => {
  const server = await serve((request, response) =>
    request.method === 'POST'
      ? json(response, 422, {
          message: 'Validation Failed',
          errors: [{ message: 'A pull request already exists' }],
        })
      : json(response, 200, [{ number: 7, html_url }]),
  );
  expect(await openPullRequest(github(server.url), wanted)).toEqual({ url: html_url });
  await server.stop();
  expect(server.requests[1]?.path).toContain(
    'head=bizflow%3Apromote%2Fapi-1.4.2-wave-1&base=main&state=open',
  );
});

it.each([
  ['a token that may not', 403, { message: 'Resource not accessible by integration' }],
  ['a branch that is not there', 422, { message: 'Validation Failed' }],
  ['a repository that is not there', 404, { message: 'Not Found' }],
  ['a page of a proxy', 502, '<html>'],
])('says what GitHub has against %s', async (_, status, body) => {
  const server = await serve((request, response) =>
    request.method === 'POST' ? json(response, status, body) : json(response, 200, []),
  );
  const answer = await openPullRequest(github(server.url), wanted);
  await server.stop();
  expect(answer).toMatchObject({
    problem: { code: 'PULL_REQUEST', reason: expect.stringContaining(`${status}`) },
  });
});

it('says that there is no answer', async () => {
  expect(await openPullRequest(github(noListener), wanted)).toMatchObject({
    problem: { code: 'PULL_REQUEST' },
  });
});
