import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Moto, motoMissing, startMoto } from '@bizflow/testing/moto';
import { repository } from '@bizflow/testing/repository';
import { skips } from '@bizflow/testing/tools';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../src/testing/command.ts';

const missing = [
  skips('moto', 'the way from a plan to an apply', motoMissing()),
  ...(['terraform', 'aws'] as const).map((tool) =>
    skips(tool, 'the way from a plan to an apply', spawnSync(tool, ['--version']).error?.message),
  ),
].some(Boolean);

const backend = {
  ...{ bucket: 'states', key: 'a.tfstate', region: 'us-east-1', use_lockfile: true },
  ...{ use_path_style: true, skip_requesting_account_id: true, skip_credentials_validation: true },
};

describe.skipIf(missing)('a root that GitHub plans and applies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bizflow-root-'));
  const file = (name: string): string => join(folder, name);
  const env = {
    ...{ AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing', AWS_REGION: 'us-east-1' },
    ...{ AWS_EC2_METADATA_DISABLED: 'true', CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' },
    ...{ ROOT: 'root', BUCKET: 'states', GITHUB_RUN_ATTEMPT: '1', LOCK_TIMEOUT: '1s' },
    ...{ GITHUB_OUTPUT: file('output'), GITHUB_STEP_SUMMARY: file('summary') },
    // As GitHub gives a variable that no one has set; read as a list it would be an error.
    TF_VAR_emails: '',
  };
  let moto: Moto;
  let runs = 0;

  const command = (name: string, more: Readonly<Record<string, string>> = {}) =>
    run(join(repository, 'apps/pipeline/commands', name), [], {
      cwd: folder,
      env: { ...env, AWS_ENDPOINT_URL: moto.endpoint, AWS_ENDPOINT_URL_S3: moto.endpoint, ...more },
    });
  const aws = (...args: string[]) =>
    spawnSync('aws', args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...env, AWS_ENDPOINT_URL: moto.endpoint },
    });
  const wants = (input: string): void => {
    const resource = { terraform_data: { one: { input } } };
    const variable = { emails: { type: 'list(string)', default: [] } };
    const root = { terraform: { backend: { s3: backend } }, variable, resource };
    writeFileSync(file('root/main.tf.json'), JSON.stringify(root));
  };
  /** What a run hands from its plan to its apply. */
  const propose = async (): Promise<Readonly<Record<string, string>>> => {
    runs += 1;
    writeFileSync(file('output'), '');
    const { code, out } = await command('terraform-propose.sh', { GITHUB_RUN_ID: `${runs}` });
    expect(code, out).toBe(0);
    const lines = readFileSync(file('output'), 'utf8').trim().split('\n');
    return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
  };
  const apply = ({ plan = '', digest = '' }: Readonly<Record<string, string>>) =>
    command('terraform-apply.sh', { PLAN: plan, DIGEST: digest });
  const applied = (): string => aws('s3', 'cp', 's3://states/a.tfstate', '-').stdout;

  beforeAll(async () => {
    mkdirSync(file('root'));
    moto = await startMoto('111122223333');
    expect(aws('s3', 'mb', 's3://states').status).toBe(0);
  });
  afterAll(async () => {
    await moto.stop();
    rmSync(folder, { recursive: true });
  });

  it('is applied as it was planned, and then has nothing to change', async () => {
    wants('first');
    const proposed = await propose();
    expect(proposed).toMatchObject({ changes: 'true', plan: 's3://states/plans/root/1-1.tgz' });
    expect(readFileSync(file('summary'), 'utf8')).toContain('terraform_data.one will be created');
    const { code, out } = await apply(proposed);
    expect([code, out]).toEqual([0, expect.stringContaining('1 added')]);
    expect(applied()).toContain('first');
    expect(await propose()).toEqual({ changes: 'false' });
  });

  it('refuses a plan other than the approved one', async () => {
    wants('second');
    const proposed = await propose();
    writeFileSync(file('other'), 'another plan');
    aws('s3', 'cp', 'other', proposed.plan ?? '');
    const { code, out } = await apply(proposed);
    expect([code, out]).toEqual([1, expect.stringContaining('is not the plan that was approved')]);
    expect(applied()).not.toContain('second');
  });

  it('refuses a plan of a state that has moved on since', async () => {
    wants('third');
    const old = await propose();
    expect((await apply(await propose())).code).toBe(0);
    const { code, out } = await apply(old);
    expect([code, out]).toEqual([1, expect.stringContaining('Saved plan is stale')]);
  });

  it('waits for the lock of the state, and gives up without a change', async () => {
    wants('fourth');
    const proposed = await propose();
    writeFileSync(file('lock'), JSON.stringify({ ID: 'x', Operation: 'OperationTypeApply' }));
    aws('s3', 'cp', 'lock', 's3://states/a.tfstate.tflock');
    const { code, out } = await apply(proposed);
    expect([code, out]).toEqual([1, expect.stringContaining('Error acquiring the state lock')]);
    expect(applied()).not.toContain('fourth');
  });

  it('is planned for a pull request under another lock, and leaves nothing', async () => {
    const before = aws('s3', 'ls', '--recursive', 's3://states').stdout;
    const { code, out } = await command('terraform-plan.sh');
    expect([code, out]).toEqual([0, expect.stringContaining('1 to change')]);
    expect(aws('s3', 'ls', '--recursive', 's3://states').stdout).toBe(before);
  });
});
