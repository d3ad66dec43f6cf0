import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';

const source = readFileSync(join(repository, 'terraform/global/unavailable.js'), 'utf8');

/** What CloudFront gets from the function for a request with these headers. */
const answer = (headers: Readonly<Record<string, { readonly value: string }>>) =>
  runInNewContext(`${source}; handler(event)`, { event: { request: { headers } } });

it('tells programs in JSON and people on a page, with a status that no program takes for success', () => {
  const forPrograms = answer({ accept: { value: 'application/json' } });
  expect(forPrograms.statusCode).toBe(503);
  expect(JSON.parse(forPrograms.body.data)).toEqual({
    error: 'region_unavailable',
    retryAfterSeconds: Number(forPrograms.headers['retry-after'].value),
  });
  const forPeople = answer({ accept: { value: 'text/html,application/xhtml+xml' } });
  expect(forPeople.statusCode).toBe(503);
  expect(forPeople.body.data).toMatch(/^<!doctype html>/);
});

it('answers who sends no Accept at all', () => {
  expect(answer({}).headers['content-type'].value).toBe('application/json');
});

it('is never cached, so that it disappears when the region is back', () => {
  expect(answer({}).headers['cache-control'].value).toBe('no-store');
});

it('fits into a function of CloudFront, which holds 10 KB', () => {
  expect(Buffer.byteLength(source)).toBeLessThan(10_240);
});
