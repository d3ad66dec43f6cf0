import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const workflow = (name: string) =>
  parse(readFileSync(join(repository, `.github/workflows/${name}.yml`), 'utf8'));
const [plan, comment] = [workflow('plan'), workflow('plan-comment')];

describe('the plan of a pull request', () => {
  it('runs its code without a secret and with a token that only reads', () => {
    expect(plan.on).toBe('pull_request');
    expect(plan.permissions).toEqual({});
    expect(plan.jobs.plan.permissions).toEqual({ contents: 'read' });
    expect(JSON.stringify(plan)).not.toMatch(/secrets\.|github\.token|id-token/);
  });

  it('waits for the team of each forbidden danger, and is red until all have allowed it', () => {
    expect(plan.jobs.allow).toMatchObject({ needs: 'plan', permissions: {} });
    expect(plan.jobs.allow.environment).toContain('danger-');
    expect(plan.jobs.dangers).toMatchObject({ needs: ['plan', 'allow'], if: 'always()' });
  });

  it('is commented by code of the default branch, which never checks the pull request out', () => {
    expect(comment.on.workflow_run.workflows).toEqual([plan.name]);
    const { permissions, steps } = comment.jobs.comment;
    expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    const [checkout] = steps;
    expect(checkout.with).toEqual({ 'persist-credentials': false, 'fetch-depth': 0 });
    // What a stranger chooses, such as the name of a branch, comes as a variable and never as a part of a script.
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  it('has a link to its page, which the same code makes and a browser opens as it is', () => {
    const { steps } = comment.jobs.comment;
    const at = (part: string) =>
      steps.findIndex(({ run = '', uses = '' }) => `${run}${uses}`.includes(part));
    const [made, kept, linked] = [at('plan-page.sh'), at('upload-artifact'), at('plan-comment.sh')];
    expect([made > 0, kept > made, linked > kept]).toEqual([true, true, true]);
    expect(steps[kept].with).toEqual({ path: 'plan.html', archive: false });
    expect(steps[linked].env.PAGE).toContain('steps.page.outputs.artifact-url');
  });
});
