import { expect, it } from 'vitest';
import { keepComment, pullRequestOf } from './comment.ts';
import { json, serve } from './testing/server.ts';

const mark = '<!-- a-mark -->';
const body = `${mark}\nnew`;
const own = (text: string, id = 7) => ({ id, body: text, user: { login: 'github-actions[bot]' } });
const wanted = { repository: 'bizflow/platform', number: '3', body };
const token = 'ghs_0';

/** What is asked of a GitHub that has these comments. */
async function kept(comments: readonly unknown[], status = 200) {
  const server = await serve(({ method, url = '' }, response) => {
    const page = Number(new URL(url, 'http://localhost').searchParams.get('page') ?? 1);
    const part = comments.slice((page - 1) * 100, page * 100);
    json(response, status, method === 'GET' ? part : { id: 7 });
  });
  const problems = await keepComment({ api: server.url, token }, wanted);
  await server.stop();
  return { problems, calls: server.requests.map(({ method, path }) => `${method} ${path}`) };
}

const list = 'GET /repos/bizflow/platform/issues/3/comments?per_page=100&page=';

it('comments where there is none yet', async () => {
  expect(await kept([])).toEqual({
    problems: [],
    calls: [`${list}1`, 'POST /repos/bizflow/platform/issues/3/comments'],
  });
});

it('rewrites its comment, also on a later page', async () => {
  const others = Array.from({ length: 100 }, (_, id) => own('another workflow', id));
  expect(await kept([...others, own(`${mark}\nold`)])).toEqual({
    problems: [],
    calls: [`${list}1`, `${list}2`, 'PATCH /repos/bizflow/platform/issues/comments/7'],
  });
});

it('leaves a comment that says the same', async () => {
  expect((await kept([own(body)])).calls).toEqual([`${list}1`]);
});

it("does not take another person's comment for its own", async () => {
  const theirs = { ...own(`${mark}\nold`), user: { login: 'stranger' } };
  expect((await kept([theirs])).calls.at(-1)).toBe(
    'POST /repos/bizflow/platform/issues/3/comments',
  );
});

it('says what GitHub refuses', async () => {
  expect((await kept([], 403)).problems).toMatchObject([
    { code: 'GITHUB_REFUSED', reason: expect.stringContaining('403') },
  ]);
});

it.each([
  ['the one that ends with the commit', 'a', '5 develop'],
  ['none that has moved on', 'b', ''],
])('finds %s', async (_, commit, found) => {
  const server = await serve((_request, response) =>
    json(response, 200, [{ number: 5, head: { sha: 'a' }, base: { ref: 'develop' } }]),
  );
  const asked = { repository: 'bizflow/platform', head: 'someone:branch', commit };
  expect(await pullRequestOf({ api: server.url, token }, asked)).toEqual({ found });
  await server.stop();
  expect(server.requests[0]?.path).toContain('head=someone%3Abranch&state=open');
});
