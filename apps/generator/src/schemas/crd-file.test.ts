import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type CrdPin, crdFile } from './crd-file.ts';

const pin: CrdPin = {
  ...{ project: 'widgets', version: 'v1', apiVersion: 'example.com/v1', kind: 'Widget' },
  url: 'https://example.com/crd.yaml',
  sha256: createHash('sha256').update('right').digest('hex'),
  path: 'widgets/crd.yaml',
};

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'crd-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const inFolder = () => join(root, 'folder', pin.path);
const inCache = () => join(root, 'cache', 'v1', pin.path);
const place = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const answers = (...responses: readonly (Response | Error)[]) => {
  const left = [...responses];
  return vi.fn(() => {
    const next = left.shift() ?? new Error('asked once too often');
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
};
const file = (fetch = answers()) =>
  crdFile(pin, {
    ...{ folder: join(root, 'folder'), cache: join(root, 'cache'), fetch },
    goModule: () => ({ folder: join(root, 'go') }),
  });

it('takes the folder first, then the cache, and asks the network for neither', async () => {
  place(inCache(), 'right');
  expect(await file()).toEqual({ text: 'right' });
  place(inFolder(), 'right');
  rmSync(join(root, 'cache'), { recursive: true });
  expect(await file()).toEqual({ text: 'right' });
});

it('downloads once and reads the cache from then on', async () => {
  const fetch = answers(new Response('right'));
  expect(await file(fetch)).toEqual({ text: 'right' });
  expect(await file(fetch)).toEqual({ text: 'right' });
  expect(fetch).toHaveBeenCalledOnce();
});

it.each([
  ['the folder', inFolder],
  ['the cache', inCache],
])('refuses other bytes in %s', async (_, where) => {
  place(where(), 'wrong');
  expect(await file(answers(new Response('right')))).toMatchObject({
    problem: { code: 'CRD_CHECKSUM', at: where() },
  });
});

it('refuses other bytes from the network and does not keep them', async () => {
  expect(await file(answers(new Response('wrong')))).toMatchObject({
    problem: { code: 'CRD_CHECKSUM', at: pin.url },
  });
  expect(existsSync(inCache())).toBe(false);
});

it('says why a file is not to be had, after one try', async () => {
  const fetch = answers(new TypeError('fetch failed', { cause: new Error('ENOTFOUND') }));
  expect(await file(fetch)).toEqual({
    unavailable: `not in BIZFLOW_CRDS (${root}/folder); example.com: ENOTFOUND`,
  });
  expect(fetch).toHaveBeenCalledOnce();
  expect(await file(answers(new Response('', { status: 404 })))).toMatchObject({
    unavailable: expect.stringContaining('example.com: HTTP 404'),
  });
});

it('takes what a Go module brings before it asks the network', async () => {
  place(join(root, 'go', 'crds', 'widget.yaml'), 'right');
  const go = { module: 'example.com/widgets@v1', sum: 'h1:', path: 'crds/widget.yaml' };
  const sources = { folder: undefined, cache: join(root, 'cache'), fetch: answers() };
  const found = await crdFile(
    { ...pin, go },
    { ...sources, goModule: () => ({ folder: join(root, 'go') }) },
  );
  expect(found).toEqual({ text: 'right' });
});
