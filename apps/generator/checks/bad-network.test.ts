import { clusters } from '@bizflow/config';
import { assignedValues } from '@bizflow/config/assigned';
import { committed } from '@bizflow/config/testing';
import { badly, badRegistry } from '@bizflow/testing/bad-registry';
import { noListener } from '@bizflow/testing/no-listener';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { GeneratorError } from '../src/error.ts';
import { pinImages } from '../src/images/pin-images.ts';
import { lockPath, lockText } from '../src/lock.ts';

const { lock } = committed;
const before = `${lockText(lock)}\n\n`;
const regions = clusters(committed)
  .filter(({ environment }) => environment.name === 'production')
  .map(({ region }) => region.id);

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'testing');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'testing');
  vi.stubEnv('AWS_SESSION_TOKEN', undefined);
  vi.stubEnv('AWS_MAX_ATTEMPTS', undefined);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

// Long enough for a machine that has no time; what hangs is given 0.2 seconds below.
const patient = 300;

/** The problems of a pinning against an endpoint, with the lock's bytes as they were. */
async function problemsAt(endpoint: string, change = {}) {
  vi.stubEnv('AWS_ENDPOINT_URL_ECR', endpoint);
  const tree = createTreeWithEmptyWorkspace();
  tree.write(lockPath, before);
  const options = {
    environment: 'production',
    service: 'api',
    tag: '1.4.2',
    timeoutSeconds: patient,
  };
  const error: unknown = await pinImages(tree, { ...options, ...change }).catch(
    (thrown: unknown) => thrown,
  );
  expect(tree.read(lockPath, 'utf8')).toBe(before);
  if (!(error instanceof GeneratorError)) throw error;
  return error.problems;
}

const everywhere = (code: string) => regions.map((at) => expect.objectContaining({ code, at }));

it('tries a throttled call three times, and then says so', async () => {
  const server = await badRegistry(badly.failing(400, 'ThrottlingException', 'Rate exceeded'));
  const problems = await problemsAt(server.endpoint);
  await server.stop();
  expect(problems).toEqual(everywhere('ECR_THROTTLED'));
  expect(problems[0]?.reason).toContain('ThrottlingException: Rate exceeded');
  expect(server.calls()).toBe(3 * regions.length);
});

it.each([
  ['that never answers', badly.silent],
  ['that stops in the middle of its answer', badly.stalling],
  ['that answers a byte at a time and never ends', badly.dripping],
])('gives up on a registry %s', async (_, answering) => {
  const server = await badRegistry(answering);
  const problems = await problemsAt(server.endpoint, { timeoutSeconds: 0.2 });
  await server.stop();
  expect(problems).toEqual(everywhere('ECR_TIMEOUT'));
});

it('says that the registry does not listen', async () => {
  expect(await problemsAt(noListener)).toEqual(everywhere('ECR_UNREACHABLE'));
});

it.each([
  ['hangs up', badly.hangingUp, 'ECR_UNREACHABLE'],
  ['is of another account', badly.failing(400, 'AccessDeniedException', 'no'), 'ECR_DENIED'],
  ['is out of order', badly.failing(500, 'ServerException', 'oh'), 'ECR_FAILED'],
  ['is a page to sign in to a network', badly.saying('text/html', '<html>'), 'ECR_FAILED'],
  ['has no image and no reason', badly.saying('application/x-amz-json-1.1', '{}'), 'IMAGE_MISSING'],
])('says what is wrong with a registry that %s', async (_, answering, code) => {
  const server = await badRegistry(answering);
  const problems = await problemsAt(server.endpoint);
  await server.stop();
  expect(problems).toEqual(everywhere(code));
  for (const { reason } of problems) expect(reason).not.toContain('\n');
});

it('says that a registry answers for another account', async () => {
  const other = '999988887777';
  const image = { registryId: other, imageId: { imageDigest: 'sha256:0' }, imageManifest: '{}' };
  const text = JSON.stringify({ images: [image], imageDetails: [] });
  const server = await badRegistry(badly.saying('application/x-amz-json-1.1', text));
  const problems = await problemsAt(server.endpoint);
  await server.stop();
  expect(problems.filter(({ code }) => code === 'ECR_ACCOUNT')).toEqual(everywhere('ECR_ACCOUNT'));
  expect(problems[0]).toMatchObject({
    value: `"${other}"`,
    reason: `is the account that answered; account ${assignedValues.accounts.delivery.value} was asked`,
  });
});

it('says once that credentials are missing, and asks no registry', async () => {
  const server = await badRegistry(badly.silent);
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE']) {
    vi.stubEnv(name, undefined);
  }
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/dev/null');
  vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  const problems = await problemsAt(server.endpoint);
  await server.stop();
  expect(problems.map(({ code, at }) => [code, at])).toEqual([
    ['ECR_CREDENTIALS', 'AWS credentials'],
  ]);
  expect(server.calls()).toBe(0);
});

it('says once that credentials have expired', async () => {
  const name = 'ExpiredTokenException';
  const server = await badRegistry(badly.failing(400, name, 'The security token is expired'));
  const problems = await problemsAt(server.endpoint);
  await server.stop();
  expect(problems).toMatchObject([{ code: 'ECR_CREDENTIALS', value: name }]);
});

it.each([
  ['an environment', { environment: 'prod' }, ['OPTION_UNKNOWN --environment']],
  ['a service', { service: 'constructor' }, ['OPTION_UNKNOWN --service']],
  ['a tag', { tag: 'a b' }, ['TAG_FORMAT --tag']],
  ['a time-out', { timeoutSeconds: 0 }, ['OPTION_RANGE --timeoutSeconds']],
])('refuses %s that cannot be, before it asks anyone', async (_, change, codes) => {
  const server = await badRegistry(badly.silent);
  const problems = await problemsAt(server.endpoint, change);
  await server.stop();
  expect(problems.map(({ code, at }) => `${code} ${at}`)).toEqual(codes);
  expect(server.calls()).toBe(0);
});
