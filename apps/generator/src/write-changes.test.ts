import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshot } from '@bizflow/testing/snapshot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const names = ['a', 'b', 'old'];
const before = Object.fromEntries(names.map((name) => [`gitops/${name}.yaml`, 'before']));
const after = Object.fromEntries(['a', 'b', 'c'].map((name) => [`gitops/${name}.yaml`, 'after']));
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'write-'));
  mkdirSync(join(root, 'gitops'));
  for (const [path, text] of Object.entries(before)) writeFileSync(join(root, path), text);
});
afterEach(() => rmSync(root, { recursive: true }));

const program = join(import.meta.dirname, 'testing/write-files.ts');
const badDisk = join(import.meta.dirname, 'testing/bad-disk.mjs');
const drafts = () => readdirSync(join(root, '.cache/drafts'));

/** Writes three files and deletes one, in a process whose disk misbehaves. */
const write = (disk: Readonly<Record<string, string>> = {}) =>
  spawnSync(
    process.execPath,
    ['--conditions=@bizflow/source', `--import=${badDisk}`, program, root, 'after'],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', ...disk } },
  );

describe.each(['DIE_AFTER_WRITES', 'DIE_AFTER_RENAMES'])('%s', (when) => {
  it.each([0, 1, 2])(
    'leaves each file as it was or whole after %i, and the next run completes it',
    (count) => {
      expect(write({ [when]: String(count) }).signal).toBe('SIGKILL');
      const left = snapshot(root, 'gitops');
      expect(left).not.toEqual(after);
      for (const [path, text] of Object.entries(left)) {
        expect([before[path], after[path]], path).toContain(text);
      }
      expect(write()).toMatchObject({ status: 0 });
      expect(snapshot(root, 'gitops')).toEqual(after);
      expect(drafts()).toEqual([]);
    },
  );
});

it.each([0, 1, 2])('keeps every file when the disk is full after %i', (count) => {
  const { status, stderr } = write({ FULL_AFTER_WRITES: String(count) });
  expect([status, stderr]).toEqual([1, expect.stringContaining('DISK_FULL  gitops/')]);
  expect(snapshot(root, 'gitops')).toEqual(before);
  expect(drafts()).toEqual([]);
});
