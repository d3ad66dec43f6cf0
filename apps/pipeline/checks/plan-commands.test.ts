import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../src/testing/command.ts';
import { json, serve } from '../src/testing/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'bizflow-plan-'));
const clone = join(folder, 'clone');
const at = (name: string): string => join(folder, name);

const git = (cwd: string, ...args: readonly string[]): string => {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
};

/** A generator that prints what the real one prints, and ends as it does. */
const generator = (said: string, code: number): void => {
  writeFileSync(
    at('bin/npx'),
    `#!/bin/sh\necho "$@" >>"${at('asked')}"\ncat "${at('said')}"\nexit ${code}\n`,
  );
  writeFileSync(at('said'), said);
  chmodSync(at('bin/npx'), 0o755);
};

let commit = '';
beforeAll(() => {
  mkdirSync(at('bin'));
  mkdirSync(at('origin'));
  git(at('origin'), 'init', '-q', '-b', 'main');
  git(at('origin'), 'commit', '-q', '--allow-empty', '-m', 'base');
  git(folder, 'clone', '-q', at('origin'), clone);
  git(at('origin'), 'commit', '-q', '--allow-empty', '-m', 'change');
  commit = git(at('origin'), 'rev-parse', 'HEAD');
  git(at('origin'), 'update-ref', 'refs/pull/7/head', 'HEAD');
  git(at('origin'), 'reset', '-q', '--hard', 'HEAD~1');
});
beforeEach(() => {
  for (const name of ['asked', 'output', 'summary']) writeFileSync(at(name), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

const command = (name: string, env: Readonly<Record<string, string>>) =>
  run(name, [], { cwd: clone, env: { PATH: `${at('bin')}:${process.env.PATH}`, ...env } });

describe('plan.sh', () => {
  const planned = () =>
    command('plan.sh', {
      ...{
        GITHUB_BASE_REF: 'main',
        GITHUB_OUTPUT: at('output'),
        GITHUB_STEP_SUMMARY: at('summary'),
      },
    });

  it('names the teams that must allow what policy forbids', async () => {
    const owners = ['@bizflow/platform', '@bizflow/data-protection', '@bizflow/platform'];
    const forbidden = owners.map((owner) => ({ owner }));
    generator(`NX\n${JSON.stringify({ forbidden })}\n<!-- bizflow-plan -->\nverdict\n`, 1);
    const { code, out } = await planned();
    expect([code, out]).toEqual([0, '']);
    expect(readFileSync(at('output'), 'utf8')).toBe('owners=["data-protection","platform"]\n');
    expect(readFileSync(at('summary'), 'utf8')).toBe('<!-- bizflow-plan -->\nverdict\n');
    expect(readFileSync(at('asked'), 'utf8')).toContain('--base=main --json');
  });

  it('fails where there is no plan, and says why', async () => {
    generator('CIDR_OUTSIDE_VPC\n', 1);
    const { code, out } = await planned();
    expect([code, out]).toEqual([1, expect.stringContaining('CIDR_OUTSIDE_VPC')]);
  });
});

describe('plan-page.sh and plan-comment.sh', () => {
  /** What is asked of GitHub while it knows this pull request. */
  async function commented(sha: string, page = '') {
    const pulls = [{ number: 7, head: { sha }, base: { ref: 'main' } }];
    const server = await serve(({ method, url = '' }, response) =>
      json(response, method === 'POST' ? 201 : 200, url.includes('/pulls?') ? pulls : []),
    );
    const github = {
      GITHUB_API_URL: server.url,
      GITHUB_TOKEN: 'ghs_0',
      GITHUB_REPOSITORY: 'bizflow/platform',
      GITHUB_OUTPUT: at('output'),
    };
    const pullRequest = { FORK: 'someone', BRANCH: 'topic', COMMIT: commit };
    const planned = await command('plan-page.sh', { ...github, ...pullRequest });
    const [, NUMBER] = /^number=(\d+)$/m.exec(readFileSync(at('output'), 'utf8')) ?? [];
    // The workflow passes over what is without a pull request.
    const ended =
      NUMBER === undefined
        ? planned
        : await command('plan-comment.sh', {
            ...{ ...github, NUMBER, PAGE: page, RUN: 'https://example.com/run' },
          });
    await server.stop();
    return { ...ended, requests: server.requests };
  }

  it('comments what the default branch says of the commit, and leaves its files in Git', async () => {
    generator('NX\n<!-- bizflow-plan -->\nverdict\n', 2);
    const { code, out, requests } = await commented(commit);
    expect(code, out).toBe(0);
    expect(requests.at(-1)).toMatchObject({
      method: 'POST',
      path: '/repos/bizflow/platform/issues/7/comments',
    });
    const { body } = JSON.parse(requests.at(-1)?.body ?? '{}');
    expect(body).toBe(
      '<!-- bizflow-plan -->\nverdict\n\n[The run](https://example.com/run) has the whole plan as an artifact.\n',
    );
    expect(readFileSync(at('asked'), 'utf8')).toContain(
      `--base=origin/main --head=${commit} --markdown --html`,
    );
    expect(git(clone, 'rev-parse', 'HEAD')).not.toBe(commit);
    expect(git(clone, 'cat-file', '-t', commit)).toBe('commit');
  });

  it('has a link to the page, where there is one', async () => {
    generator('<!-- bizflow-plan -->\nverdict\n', 2);
    const { requests } = await commented(commit, 'https://example.com/page');
    expect(requests.at(-1)?.body).toContain(
      '[Before and after side by side](https://example.com/page)',
    );
  });

  it('says that the plan failed where there is none', async () => {
    generator('CIDR_OUTSIDE_VPC\n', 1);
    const { requests } = await commented(commit);
    expect(requests.at(-1)?.body).toContain('The plan failed.');
  });

  it('passes over a commit that is no longer the last one', async () => {
    generator('', 0);
    const { code, out, requests } = await commented('another');
    expect([code, out]).toEqual([0, expect.stringContaining('no open pull request ends with')]);
    expect(requests).toHaveLength(1);
  });
});
