import { type Problem, problem } from '@bizflow/kernel';
import { answered, call, type GitHub } from './github.ts';
import { items, members, text } from './json.ts';

/** A pull request as GitHub's REST API wants it. */
export interface PullRequest {
  readonly repository: string;
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

/** Opens a pull request, or finds the open one of the same branch; its address, or why there is none. */
export async function openPullRequest(
  github: GitHub,
  { repository, ...wanted }: PullRequest,
): Promise<{ readonly url: string } | { readonly problem: Problem }> {
  const path = `/repos/${repository}/pulls`;
  const created = await call(github, 'POST', path, wanted);
  if (created.status === 201) return { url: text(members(created.body).html_url) };
  if (created.status === 422) {
    const [owner] = repository.split('/');
    const query = new URLSearchParams({
      head: `${owner}:${wanted.head}`,
      base: wanted.base,
      state: 'open',
    });
    const { body } = await call(github, 'GET', `${path}?${query}`);
    const [open] = items(body).map(members);
    if (open !== undefined) return { url: text(open.html_url) };
  }
  return {
    problem: problem({
      code: 'PULL_REQUEST',
      at: repository,
      value: wanted.head,
      reason: answered(created),
      remedy:
        'check that GITHUB_TOKEN has write access to contents and pull requests of the repository',
    }),
  };
}
