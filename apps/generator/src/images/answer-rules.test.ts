import { type ImagePolicy, imagePolicies } from '@bizflow/config';
import { placeholder } from '@bizflow/config/assigned';
import { expect, it } from 'vitest';
import type { Answer, Scan } from './answer.ts';
import { answerRules } from './answer-rules.ts';
import { platformsIn } from './manifest.ts';
import { progress } from './pin.ts';

const policy = imagePolicies.production;
const signer = { key: placeholder(''), registry: '' };
const question = {
  ...{ service: 'api', region: 'xx-central-1', account: '1', repository: 'bizflow/api' },
  ...{ tag: '1.4.2', architecture: 'arm64' },
};
const answer = (scan: Scan | null): Answer => {
  const platforms = [{ architecture: 'arm64', digest: 'sha256:b' }];
  return {
    question,
    holding: { account: '1', digest: 'sha256:a', platforms, pushedAt: null, scan, signature: null },
  };
};
const codes = (scan: Scan | null, own: ImagePolicy = policy) =>
  answerRules([answer(scan)], own, signer).map(({ code }) => code);

it.each([
  ['a basic scan', { status: 'COMPLETE', counts: { MEDIUM: 9 } }, []],
  ['an enhanced scan, which goes on', { status: 'ACTIVE', counts: {} }, []],
  ['a count of none', { status: 'COMPLETE', counts: { CRITICAL: 0 } }, []],
  ['a critical finding', { status: 'COMPLETE', counts: { CRITICAL: 1 } }, ['IMAGE_FINDINGS']],
  ['a word that ECR adds', { status: 'COMPLETE', counts: { UNTRIAGED: 1 } }, []],
  ['a scan that failed', { status: 'FAILED', counts: {} }, ['IMAGE_NOT_SCANNED']],
  ['a system it cannot scan', { status: 'UNSUPPORTED_IMAGE', counts: {} }, ['IMAGE_NOT_SCANNED']],
  ['no scan', null, ['IMAGE_NOT_SCANNED']],
])('checks %s', (_, scan, wanted) => {
  expect(codes(scan)).toEqual(wanted);
});

it('checks by the policy: unrated findings, missing scans and the limit', () => {
  const unrated = { status: 'COMPLETE', counts: { UNDEFINED: 1 } };
  expect(codes(unrated, { ...policy, unrated: 'CRITICAL' })).toEqual(['IMAGE_FINDINGS']);
  expect(codes(null, { ...policy, withoutScan: 'accept' })).toEqual([]);
  const low = { status: 'COMPLETE', counts: { MEDIUM: 2, LOW: 1 } };
  expect(answerRules([answer(low)], { ...policy, tolerates: 'LOW' }, signer)[0]?.reason).toBe(
    'has findings above LOW: 2 MEDIUM',
  );
});

it('says in one line what a region has', () => {
  expect(progress(answer(null))).toBe(
    'xx-central-1    bizflow/api:1.4.2  sha256:a  arm64  not scanned',
  );
  const error = { name: 'TimeoutError', code: 'ETIMEDOUT', message: '' };
  expect(progress({ question, error })).toBe('xx-central-1    bizflow/api:1.4.2  ETIMEDOUT');
});

it('reads the Linux platforms of an index, and none of a single image', () => {
  const linux = { digest: 'sha256:a', platform: { os: 'linux', architecture: 'arm64' } };
  const others = [
    { digest: 'sha256:b', platform: { os: 'windows', architecture: 'amd64' } },
    { digest: 'sha256:c', platform: { os: 'unknown', architecture: 'unknown' } },
    { digest: 'sha256:d' },
  ];
  const text = JSON.stringify({ manifests: [linux, ...others] });
  expect(platformsIn(text)).toEqual([{ architecture: 'arm64', digest: 'sha256:a' }]);
  expect(platformsIn('{"layers":[]}')).toEqual([]);
});
