import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { canary, editedWorkspace, render, rollout } from '../src/testing/edited-workspace.ts';

// The bundle that a render loads its sources from.
const { at, edit, workspace, hosted, succeeds } = editedWorkspace();

const bundles = () => at('node_modules/.cache/bizflow');
const holdLonger = () => edit(canary, (text) => text.replace('holdMinutes: 1', 'holdMinutes: 2'));

it('is what the next render runs', async () => {
  const bundle = join(bundles(), 'render-fleet.cjs');
  await succeeds(render);
  writeFileSync(bundle, `console.log('planted in the bundle');${readFileSync(bundle, 'utf8')}`);
  const { out } = await hosted(render);
  rmSync(bundle);
  expect(out).toContain('planted in the bundle');
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
  const drafts = readdirSync(bundles()).filter((name) => !/\.(cjs|code|map)$/.test(name));
  expect(drafts).toEqual([]);
  await succeeds(render);
});
