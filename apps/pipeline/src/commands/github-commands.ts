import { keepComment, pullRequestOf } from '../comment.ts';
import type { GitHub } from '../github.ts';
import { allNeeded, fileOf, needed } from '../options.ts';
import { openPullRequest } from '../pull-request.ts';
import type { Command, Surroundings } from './command.ts';

/** What a workflow asks of GitHub, or writes there. */
export const gitHubCommands: Readonly<Record<string, Command>> = {
  'pull-request': async (options, { env, say }) => {
    const answer = await openPullRequest(gitHub(env), {
      ...allNeeded(options, 'repository', 'head', 'base', 'title'),
      body: fileOf(options, 'body').text,
    });
    if ('problem' in answer) return [answer.problem];
    say(answer.url);
    return [];
  },
  'pull-request-of': async (options, { env, say }) => {
    const answer = await pullRequestOf(
      gitHub(env),
      allNeeded(options, 'repository', 'head', 'commit'),
    );
    if ('problems' in answer) return answer.problems;
    if (answer.found !== '') say(answer.found);
    return [];
  },
  comment: (options, { env }) =>
    keepComment(gitHub(env), {
      ...allNeeded(options, 'repository', 'number'),
      body: fileOf(options, 'body').text,
    }),
};

const gitHub = (env: Surroundings['env']): GitHub => ({
  api: env.GITHUB_API_URL ?? 'https://api.github.com',
  token: needed(env, 'GITHUB_TOKEN'),
});
