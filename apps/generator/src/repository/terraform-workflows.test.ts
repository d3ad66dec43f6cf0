import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, planOf, type Value } from '@bizflow/terraform-plan';
import { parsedTree } from '@bizflow/terraform-plan/testing';
import { stages } from '@bizflow/terraform-roots';
import { cacheFolder, repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
const workflow = (name: string) => parse(read(`.github/workflows/terraform-${name}.yml`));
const [plan, root, apply] = [workflow('plan'), workflow('root'), workflow('apply')];

interface Entry {
  readonly root: string;
  readonly account: string;
  readonly id: string;
  readonly branch: string;
  readonly region: string;
  readonly bucket: string;
  readonly role: string;
}
const order: Readonly<Record<string, readonly Entry[]>> = JSON.parse(
  read('terraform/environments/order.json'),
).stages;
const entries = Object.values(order).flat();

const tree = await parsedTree(join(repository, 'terraform'), join(cacheFolder, 'terraform-plan'));
const folders = Object.keys(tree).filter((folder) => folder.startsWith('environments/'));
const plans = folders.map((folder) => planOf(tree, folder));

/** Who may take each role that the roots make, as its trust policy spells it. */
const trusted = new Map(
  plans.flatMap(({ resources }) =>
    resources
      .filter(({ type, values }) => type === 'aws_iam_role' && /-github-/.test(String(values.name)))
      .map(({ values }) => [String(values.arn), subjectsOf(values.assume_role_policy)] as const),
  ),
);

function subjectsOf(policy: Value | undefined): readonly string[] {
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy);
  return [...text.matchAll(/:sub":\s*\[?\s*"([^"]+)"/g)].map(([, subject = '']) => subject);
}

/** An expression of a workflow with the values of an entry. */
const valued = (expression: string, entry: Entry): string =>
  expression.replace(
    /\$\{\{ (?:matrix|inputs)\.(\w+) \}\}/g,
    (_, name: keyof Entry) => entry[name],
  );

interface Job {
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly {
    readonly uses?: string;
    readonly with?: Record<string, string>;
    readonly env?: Record<string, string>;
  }[];
}
const signsIn = ({ steps = [] }: Job) =>
  steps.find(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@'))?.with;

/** What GitHub writes into the token of a job: its environment, or else the branch (GitHub, "OpenID Connect"). */
const subjectOf = ({ environment }: Job, entry: Entry): string =>
  `repo:bizflow/platform:${
    environment === undefined
      ? `ref:refs/heads/${entry.branch}`
      : `environment:${valued(environment, entry)}`
  }`;

describe('the order that GitHub reads', () => {
  it('has each root once, in the stages that the workflow goes through', () => {
    const rooted = folders.filter((folder) => tree[folder]?.terraform.length);
    expect(entries.map((entry) => entry.root).toSorted()).toEqual(
      rooted.map((folder) => `terraform/${folder}`).toSorted(),
    );
    expect(Object.keys(order).toSorted()).toEqual([...stages].toSorted());
  });

  it("says the account, region and bucket of each root's own files", () => {
    for (const { root: folder, id, region, bucket } of entries) {
      const { terraform } = JSON.parse(read(`${folder}/terraform.tf.json`));
      const { provider } = JSON.parse(read(`${folder}/provider.tf.json`));
      expect([folder, terraform.backend.s3.bucket, terraform.backend.s3.region]).toEqual([
        ...[folder, bucket, region],
      ]);
      expect([provider.aws].flat().map((aws) => aws.allowed_account_ids)).toEqual(
        [provider.aws].flat().map(() => [id]),
      );
    }
  });
});

describe('a job that signs in to AWS', () => {
  const jobs: readonly (readonly [string, Job])[] = [
    ['plan', plan.jobs.plan],
    ['propose', root.jobs.propose],
    ['apply', root.jobs.apply],
  ];

  it.each(jobs)('to %s has the subject that the role of each account trusts', (use, job) => {
    for (const entry of entries) {
      const role = valued(signsIn(job)?.['role-to-assume'] ?? '', entry);
      expect(role).toMatch(new RegExp(`^arn:aws:iam::${entry.id}:role/bizflow-.+-github-${use}$`));
      expect([role, trusted.get(role)]).toEqual([role, [subjectOf(job, entry)]]);
    }
  });

  it.each(jobs)('to %s refuses the credentials of another account', (_, job) => {
    expect(signsIn(job)?.['allowed-account-ids']).toMatch(/\.id \}\}$/);
  });

  it('is the only one that gets a token, and each job says what it may', () => {
    for (const { permissions, jobs: all } of [plan, root, apply]) {
      expect(permissions).toEqual({});
      for (const [name, job] of Object.entries<Job & { readonly uses?: string }>(all)) {
        const wants = signsIn(job) !== undefined || job.uses !== undefined;
        expect([name, job.permissions]).toEqual([
          name,
          wants ? { contents: 'read', 'id-token': 'write' } : { contents: 'read' },
        ]);
      }
    }
  });
});

describe('a plan', () => {
  // A person opens the API endpoint for the first sync, and every apply of GitHub's closes it.
  const opened = 'administrator_cidrs';
  const asked = new Set(
    globSync('terraform/environments/**/*.tf.json', { cwd: repository })
      .flatMap((file) => Object.keys(JSON.parse(read(file)).variable ?? {}))
      .filter((name) => name !== opened),
  );
  const given = (job: Job): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(job.steps?.at(-1)?.env ?? {}).filter(([name]) => name.startsWith('TF_VAR_')),
    );

  it.each([
    ['plan', plan.jobs.plan],
    ['propose', root.jobs.propose],
  ])('to %s is given all that roots ask of a person, or it would remove it', (_, job) => {
    expect(asked.size).toBeGreaterThan(0);
    expect(Object.keys(given(job)).toSorted()).toEqual(
      [...asked].map((name) => `TF_VAR_${name}`).toSorted(),
    );
  });

  it('is not asked of a root that waits for a person: its region is lost, or goes', () => {
    expect(JSON.stringify(plan.jobs.roots)).toContain('del(.leaving, .waiting)');
  });

  it('gets what is secret by its name, from each stage', () => {
    const [secret] = Object.keys(root.on.workflow_call.secrets);
    expect(given(root.jobs.propose).TF_VAR_pagerduty_endpoint).toBe(`\${{ secrets.${secret} }}`);
    const { roots: _, ...staged } = apply.jobs;
    for (const job of Object.values<{ readonly secrets?: unknown }>(staged)) {
      expect(job.secrets).toEqual({
        [`${secret}`]: given(plan.jobs.plan).TF_VAR_pagerduty_endpoint,
      });
    }
  });
});

describe('the workflow that applies', () => {
  const { roots: _, ...staged } = apply.jobs;

  it('goes through every stage but those of a person, each after the one before', () => {
    const others = stages.filter((stage) => !['access', 'leaving', 'waiting'].includes(stage));
    expect(Object.keys(staged)).toEqual(others);
    expect(others.map((stage) => [staged[stage].needs].flat())).toEqual(
      others.map((_one, index) => ['roots', ...others.slice(index - 1, index)]),
    );
  });

  it('hands each root of a stage to the same plan and approval', () => {
    for (const [stage, job] of Object.entries<Record<string, Value>>(staged)) {
      expect(job.uses).toBe('./.github/workflows/terraform-root.yml');
      expect(JSON.stringify(job.strategy)).toContain(`fromJSON(needs.roots.outputs.${stage})`);
      expect(isObject(job.with) ? Object.keys(job.with) : []).toEqual(
        Object.keys(root.on.workflow_call.inputs),
      );
      expect(apply.jobs.roots.outputs).toHaveProperty(stage);
    }
  });

  it('runs for the branches that the roots are applied from, and for one of them at a time', () => {
    const branches = [...new Set(entries.map(({ branch }) => branch))];
    expect(apply.on.push.branches.toSorted()).toEqual(branches.toSorted());
    expect(apply.concurrency.group).toMatch(/^terraform-\$\{\{ github\.ref \}\}$/);
    expect(apply.concurrency['cancel-in-progress']).toBe(false);
  });

  it('applies what was approved: the plan and its digest come from the job that planned', () => {
    const { env } = root.jobs.apply.steps.at(-1);
    expect(env.PLAN).toMatch(/needs\.propose\.outputs\.plan/);
    expect(env.DIGEST).toMatch(/needs\.propose\.outputs\.digest/);
    expect(root.jobs.apply.needs).toBe('propose');
    expect(root.jobs.propose.environment).toBeUndefined();
  });
});
