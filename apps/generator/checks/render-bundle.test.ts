import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { canary, editedWorkspace, render, rollout } from '../src/testing/edited-workspace.ts';

// The bundle that a render loads its sources from.
const { at, edit, workspace, succeeds } = editedWorkspace();

const bundles = () => at('node_modules/.cache/bizflow');
const holdLonger = () => edit(canary, (text) => text.replace('holdMinutes: 1', 'holdMinutes: 2'));

const fileThat = (name: RegExp) => {
  const found = readdirSync(bundles()).find((one) => name.test(one));
  if (found === undefined) throw new Error(`no file of ${bundles()} is called ${name}`);
  return join(bundles(), found);
};

/** A render in a process of its own, which keeps V8's code when it ends. */
const renders = () => {
  const { code, out } = workspace().nx(render);
  expect(out).toMatch(/render: 0 written, \d+ unchanged, 0 removed/);
  expect(code).toBe(0);
};

/** The files of this render alone: those of other generators are called alike. */
const rendersAnew = () => {
  rmSync(bundles(), { recursive: true, force: true });
  renders();
};

it('is what the next render runs', () => {
  rendersAnew();
  const code = fileThat(/^render-fleet\.cjs\.code$/);
  rmSync(code);
  renders();
  expect(existsSync(code)).toBe(true);
});

const parts = [
  /^render-fleet\.cjs$/,
  /^render-fleet\.cjs\.code$/,
  /^packages-\w+\.cjs$/,
  /^packages-\w+\.cjs\.code$/,
];

it.each(parts)('is made again when %s is damaged', (part) => {
  rendersAnew();
  const path = fileThat(part);
  const damaged = readFileSync(path);
  const middle = Math.floor(damaged.length / 2);
  damaged.fill('0', middle, middle + 2000);
  writeFileSync(path, damaged);
  renders();
  expect(readFileSync(path).equals(damaged)).toBe(false);
  renders();
});

it('is made again when the packages are gone', () => {
  rendersAnew();
  const path = fileThat(/^packages-\w+\.cjs$/);
  rmSync(path);
  renders();
  expect(existsSync(path)).toBe(true);
});

it('loads no parser before one is asked for', async () => {
  await succeeds(render);
  const bundle = readFileSync(join(bundles(), 'render-fleet.cjs'), 'utf8');
  expect([...bundle.matchAll(/\brequire\("[^"]*\b(?:rolldown|hcl2json)\b[^"]*"\)/g)]).toEqual([]);
});

it('follows a source whose time and size stay as they were', async () => {
  await succeeds(render);
  const { atime, mtime, size } = statSync(at(canary));
  holdLonger();
  utimesSync(at(canary), atime, mtime);
  expect(statSync(at(canary))).toMatchObject({ mtime, size });
  expect(await succeeds([...render, '--dry-run'])).toContain(`UPDATE ${rollout}`);
});

it('is not needed where it cannot be written', async () => {
  rmSync(bundles(), { recursive: true, force: true });
  workspace().restoreFile('node_modules/.cache/bizflow', 'no folder');
  holdLonger();
  const { code, out } = workspace().nx([...render, '--dry-run']);
  rmSync(bundles());
  expect(code).toBe(0);
  expect(out).toContain(`UPDATE ${rollout}`);
});

it('is made whole by renders that start at once', async () => {
  rmSync(bundles(), { recursive: true, force: true });
  for (const { code, out } of await Promise.all([1, 2].map(() => workspace().start(render)))) {
    expect(out).toMatch(/render: 0 written, \d+ unchanged, 0 removed/);
    expect(code).toBe(0);
  }
  const drafts = readdirSync(bundles()).filter((name) => !/\.(cjs|code|map|json)$/.test(name));
  expect(drafts).toEqual([]);
  await succeeds(render);
});
