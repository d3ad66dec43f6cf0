import { clusters, type Fleet, type Image, type ImageLock } from '@bizflow/config';
import { wavesTo } from '@bizflow/config/release';
import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { plan } from '../plan.ts';
import { pinRules } from './pin-rules.ts';
import { promotion } from './promotion.ts';

const options = { service: 'api', from: 'staging', to: 'production' };
const released: Image = {
  tag: '1.4.2',
  digest: `sha256:${'a'.repeat(64)}`,
  architectures: ['amd64', 'arm64'],
  pushedAt: '2026-01-02T03:04:05.000Z',
  placeholder: false,
};
const old: Image = { ...released, tag: '1.3.0', digest: `sha256:${'b'.repeat(64)}` };

/** The real fleet, between releases: staging runs the next one, production the one before. */
const fleet = (production: object = old, staging: object = released): Fleet => {
  const { lock, ...facts } = committed;
  const images = {
    production: { ...lock.images.production, api: production },
    staging: { ...lock.images.staging, api: staging },
  } as ImageLock['images'];
  return { ...facts, lock: { ...lock, images } };
};
const waves = wavesTo(fleet(), 'production');

const stepped = (from: Fleet, change = {}): Fleet => {
  const step = promotion(from, { ...options, ...change });
  if ('problems' in step) throw new TypeError(JSON.stringify(step.problems));
  return { ...from, lock: step.lock };
};
const codes = (from: Fleet, change = {}) => {
  const step = promotion(from, { ...options, ...change });
  return 'problems' in step ? step.problems.map(({ code, at }) => `${code} ${at}`) : [];
};
const bytes = (from: Fleet) => {
  const { files, problems } = plan(from, {});
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return new Map(files.map(({ path, text }) => [path, text]));
};
const changedFiles = (before: Fleet, after: Fleet) => {
  const [own, others] = [bytes(before), bytes(after)];
  expect([...others.keys()]).toEqual([...own.keys()]);
  return [...others].filter(([path, text]) => own.get(path) !== text).map(([path]) => path);
};
const rolloutIn = (region: string) => `gitops/production/${region}/services/api/rollout-api.yaml`;

// Without the header, which contains a hash of the rest.
const rolloutOf = (from: Fleet, region: string) =>
  bytes(from)
    .get(rolloutIn(region))
    ?.replace(/^#.*\n/, '');

it('changes with each wave only the Rollouts of that wave, and with the last one ends', () => {
  let before = fleet();
  for (const wave of waves) {
    const after = stepped(before);
    expect(changedFiles(before, after).toSorted()).toEqual(wave.map(rolloutIn).toSorted());
    for (const region of wave) {
      const [was = '', is = ''] = [before, after].map((one) => rolloutOf(one, region));
      expect(is).toBe(was.replaceAll(old.digest, released.digest));
      expect(is).not.toBe(was);
    }
    before = after;
  }
  expect(before.lock.images.production.api).toEqual(released);
  expect(codes(before)).toEqual(['PROMOTION_DONE images.lock.json/images/production/api']);
});

it('touches nothing else in the lock', () => {
  const before = fleet();
  const { lock } = stepped(before);
  const { api, ...others } = lock.images.production;
  const { api: _, ...untouched } = before.lock.images.production;
  expect(api).toEqual({ ...old, next: { ...released, regions: waves[0] } });
  expect(others).toEqual(untouched);
  expect(lock.images.staging).toEqual(before.lock.images.staging);
  expect(Object.keys(lock.images)).toEqual(Object.keys(before.lock.images));
});

it('takes the wave that is asked for when it is its turn, and refuses to skip or repeat one', () => {
  const first = stepped(fleet(), { wave: 1 });
  expect(first).toEqual(stepped(fleet()));
  expect(codes(first, { wave: 1 })).toEqual(['PROMOTION_WAVE --wave']);
  expect(codes(first, { wave: 3 })).toEqual(['PROMOTION_WAVE --wave']);
  expect(codes(fleet(), { wave: 2 })).toEqual(['PROMOTION_WAVE --wave']);
  expect(codes(fleet(), { wave: 0 })).toEqual(['PROMOTION_WAVE --wave']);
  expect(stepped(first, { wave: 2 })).toEqual(stepped(first));
});

it.each([
  ['an environment to itself', { from: 'production' }, ['PROMOTION_PATH --from --to']],
  ['the way back', { from: 'production', to: 'staging' }, ['PROMOTION_PATH --from --to']],
  [
    'names that are not there',
    { service: 'toString', from: 'dev', to: '__proto__' },
    ['OPTION_UNKNOWN --service', 'OPTION_UNKNOWN --from', 'OPTION_UNKNOWN --to'],
  ],
])('refuses %s', (_, change, wanted) => {
  expect(codes(fleet(), change)).toEqual(wanted);
});

it('refuses a placeholder: no registry has it', () => {
  expect(codes(fleet(old, { ...released, placeholder: true }))).toEqual([
    'PROMOTION_EXAMPLE images.lock.json/images/staging/api',
  ]);
});

it('lets an example be replaced, wave by wave', () => {
  const after = stepped(fleet({ ...old, placeholder: true }));
  expect(after.lock.images.production.api).toMatchObject({ placeholder: true, next: released });
});

it('refuses another image while one is on its way', () => {
  const underWay = stepped(fleet());
  const { api } = underWay.lock.images.production;
  expect(codes(fleet(api, { ...released, digest: `sha256:${'c'.repeat(64)}` }))).toEqual([
    'PROMOTION_UNDER_WAY images.lock.json/images/production/api/next',
  ]);
});

it('lets no pin take the place of an image while another is on its way there', () => {
  const pin = { environment: 'production', tag: '1.5.0', timeoutSeconds: 10 };
  const said = pinRules(stepped(fleet()), pin);
  expect(said.map(({ code, at }) => `${code} ${at}`)).toEqual([
    'PROMOTION_UNDER_WAY images.lock.json/images/production/api/next',
  ]);
  expect(pinRules(stepped(fleet()), { ...pin, environment: 'staging' })).toEqual([]);
  expect(pinRules(stepped(fleet()), { ...pin, service: 'whatsapp-worker' })).toEqual([]);
});

it('refuses to go on from waves that someone broke', () => {
  const broken = { ...old, next: { ...released, regions: waves[1] } };
  expect(codes(fleet(broken))).toEqual([
    'PROMOTION_WAVES_BROKEN images.lock.json/images/production/api/next/regions',
  ]);
});

it('refuses what is not pinned', () => {
  const { lock, ...facts } = fleet();
  const bare = { ...lock, images: { ...lock.images, staging: {} } };
  expect(codes({ ...facts, lock: bare })).toEqual([
    'IMAGE_NOT_PINNED images.lock.json/images/staging/api',
  ]);
});

it('reaches every region of production by the time it ends', () => {
  const all = clusters(fleet()).filter(({ environment }) => environment.name === 'production');
  expect(waves.flat().toSorted()).toEqual(all.map(({ region }) => region.id).toSorted());
});
