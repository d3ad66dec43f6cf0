import { type Problem, problem } from '@bizflow/kernel';
import { type Answer, answered, call, type GitHub } from './github.ts';
import { items, members, text } from './json.ts';

/** A comment that a workflow keeps current. */
export interface Comment {
  readonly repository: string;
  /** The pull request's number. */
  readonly number: string;
  /** Its first line is the mark by which the next run finds it again. */
  readonly body: string;
}

/** As whom a workflow's own token writes. */
const author = 'github-actions[bot]';

/** Comments once: an earlier comment with the same first line is rewritten, and left alone when it says the same. */
export async function keepComment(
  github: GitHub,
  { repository, number, body }: Comment,
): Promise<readonly Problem[]> {
  const comments = `/repos/${repository}/issues/${number}/comments`;
  const found = await earlier(github, comments, body.split('\n', 1)[0] ?? '');
  if ('status' in found) return refused(repository, number, found);
  const { comment } = found;
  if (comment !== undefined && text(comment.body) === body) return [];
  const answer =
    comment === undefined
      ? await call(github, 'POST', comments, { body })
      : await call(github, 'PATCH', `/repos/${repository}/issues/comments/${comment.id}`, { body });
  return [200, 201].includes(answer.status) ? [] : refused(repository, number, answer);
}

type Fields = ReturnType<typeof members>;

/** The comment of an earlier run: another person's comment with the same first line is not ours. */
async function earlier(
  github: GitHub,
  comments: string,
  mark: string,
): Promise<{ readonly comment: Fields | undefined } | Answer> {
  for (let page = 1; ; page += 1) {
    const answer = await call(github, 'GET', `${comments}?per_page=100&page=${page}`);
    if (answer.status !== 200) return answer;
    const all = items(answer.body).map(members);
    const own = all.find(
      (one) => text(members(one.user).login) === author && text(one.body).startsWith(mark),
    );
    if (own !== undefined || all.length < 100) return { comment: own };
  }
}

/** The open pull request that ends with a commit: its number and the branch that it is for. */
export async function pullRequestOf(
  github: GitHub,
  { repository, head, commit }: { repository: string; head: string; commit: string },
): Promise<{ readonly found: string } | { readonly problems: readonly Problem[] }> {
  const query = new URLSearchParams({ head, state: 'open', per_page: '100' });
  const answer = await call(github, 'GET', `/repos/${repository}/pulls?${query}`);
  if (answer.status !== 200) return { problems: refused(repository, commit, answer) };
  const found = items(answer.body)
    .map(members)
    .find((one) => text(members(one.head).sha) === commit);
  return {
    found: found === undefined ? '' : `${found.number} ${text(members(found.base).ref)}`,
  };
}

const refused = (at: string, value: string, answer: Answer): readonly Problem[] => [
  problem({
    code: 'GITHUB_REFUSED',
    at,
    value,
    reason: answered(answer),
    remedy: 'check that GITHUB_TOKEN may write pull requests of the repository',
  }),
];
