import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GeneratorError } from './error.ts';
import { imageLock, lockText, readLock } from './lock.ts';
import { lockSchema } from './lock-schema.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const pushedAt = '2026-01-02T03:04:05.000Z';
const image = { tag: '1.0.0', digest, architectures: ['arm64'], pushedAt, placeholder: false };
const lock = (images: unknown) => JSON.stringify({ apiVersion: 'images.bizflow.app/v1', images });
const reading = (text: string | null) => () => imageLock({ read: () => text as never });

it('has a schema that keeps to JSON Schema', () => {
  const strict = new Ajv({
    ...{ strict: true, allowUnionTypes: true },
    formats: { 'date-time': true },
  });
  expect(() => strict.compile(lockSchema)).not.toThrow();
});

it('reads a sound lock', () => {
  const images = { production: { api: image }, staging: {} };
  expect(reading(lock(images))().images).toEqual(images);
});

it('reads a promotion under way, and a placeholder', () => {
  const next = { ...image, regions: ['xx-north-1'] };
  const example = { ...image, architectures: [], pushedAt: null, placeholder: true };
  const images = { production: { api: { ...example, next } }, staging: { api: example } };
  expect(reading(lock(images))().images).toEqual(images);
});

it('writes what it reads, byte for byte as the formatter wants it', () => {
  const committed = readFileSync(join(repository, 'images.lock.json'), 'utf8');
  expect(lockText(reading(committed)())).toBe(committed);
  const two = { ...image, architectures: ['amd64', 'arm64'] };
  const text = lockText(reading(lock({ production: { api: two }, staging: {} }))());
  expect(text).toContain('"architectures": ["amd64", "arm64"],\n');
  expect(formatted(text)).toBe(text);
});

const formatted = (text: string): string =>
  execFileSync('node_modules/.bin/biome', ['format', '--stdin-file-path=images.lock.json'], {
    cwd: repository,
    encoding: 'utf8',
    input: text,
  });

it.each([
  ['a missing file', null, 'does not exist'],
  ['text that is not JSON', '{', 'is not JSON'],
  ['a missing environment', lock({ production: {} }), '/images/staging\n  is missing'],
  [
    'a tag in place of a digest',
    lock({ production: { api: { ...image, digest: 'latest' } }, staging: {} }),
    '/images/production/api/digest = "latest"',
  ],
  [
    'an unknown member',
    lock({ production: { api: { ...image, arch: 1 } }, staging: {} }),
    '/images/production/api/arch = 1\n  is not one of tag, digest',
  ],
  [
    'an invalid time',
    lock({ production: { api: { ...image, pushedAt: 'yesterday' } }, staging: {} }),
    '/images/production/api/pushedAt = "yesterday"',
  ],
  [
    'a promotion that names no region',
    lock({ production: { api: { ...image, next: { ...image, regions: [] } } }, staging: {} }),
    '/images/production/api/next/regions = []',
  ],
  [
    'a promotion within a promotion',
    lock({
      production: { api: { ...image, next: { ...image, regions: ['a'], next: image } } },
      staging: {},
    }),
    '/images/production/api/next/next = ',
  ],
  [
    'another version',
    '{"apiVersion":"v2","images":{"production":{},"staging":{}}}',
    'must be "images.bizflow.app/v1"',
  ],
])('refuses %s with the path and the reason', (_, text, words) => {
  expect(reading(text)).toThrow(GeneratorError);
  expect(reading(text)).toThrow(words);
});

it.each(['2027-13-45T99:99:99Z', '2027-02-29T00:00:00Z', '2026-01-02T24:00:00Z', 'yesterday'])(
  'refuses %s as the time of a push, once, with what to do',
  (time) => {
    const text = lock({ production: {}, staging: { api: { ...image, pushedAt: time } } });
    const { lock: sound, problems } = readLock({ read: () => text as never });
    expect(sound.images.staging).toEqual({});
    expect(problems).toMatchObject([
      {
        code: 'LOCK_INVALID',
        at: 'images.lock.json/images/staging/api/pushedAt',
        value: `"${time}"`,
        reason: expect.stringMatching(/^is not (a time|in the form .+ such as 2026)/),
        remedy: expect.stringContaining('pin again'),
      },
    ]);
  },
);

it('says all that is wrong at once', () => {
  expect(reading('{"images":{"production":{},"staging":{"api":{}}}}')).toThrow('6 problems');
});

it('quotes little of what is wrong, and keeps the images that are sound', () => {
  const bad = { ...image, tag: 'a'.repeat(300), note: 'b'.repeat(300) };
  const text = lock({ production: { api: bad, web: image }, staging: { api: image } });
  const { lock: sound, problems } = readLock({ read: () => text as never });
  expect(sound.images).toEqual({ production: { web: image }, staging: { api: image } });
  expect(problems).toHaveLength(2);
  for (const { value } of problems) expect(value.length).toBeLessThan(110);
});

it('reads no image from an invalid lock, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      const { lock: sound, problems } = readLock({ read: () => text as never });
      expect(problems.length).toBeGreaterThan(0);
      expect(sound.images).toEqual({ production: {}, staging: {} });
    }),
  );
});
