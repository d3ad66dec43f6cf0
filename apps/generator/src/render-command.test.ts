import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { api, editedWorkspace, jsonIn, render, rollout } from './testing/edited-workspace.ts';

const { at, edit, rendered, gitops, workspace, hosted, succeeds } = editedWorkspace();

it('finds the committed gitops/ exactly as it would write it', async () => {
  const { code, out } = workspace().nx(render);
  expect(code, out).toBe(0);
  expect(out).toMatch(/render: 0 written, \d+ unchanged, 0 removed in [\d.]+ s/);
  expect(rendered()).toEqual(gitops());
  // Most tests below run in one process for all: it says what a process of its own says.
  const lines = (text: string) =>
    text
      .replace(/ in [\d.]+ s/, '')
      .split('\n')
      .toSorted();
  expect(lines(await succeeds(render))).toEqual(lines(out));
});

it('writes the same bytes under another time zone, language, folder and sort setting', async () => {
  rmSync(at('gitops'), { recursive: true });
  const { code } = workspace().nx(render, {
    cwd: at('packages'),
    env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', CDK8S_DISABLE_SORT: '1' },
  });
  expect(code).toBe(0);
  expect(rendered()).toEqual(gitops());
});

it('changes nothing when asked only to show', async () => {
  rmSync(at(rollout));
  const out = await succeeds([...render, '--dry-run']);
  expect(out).toMatch(/^render: \d+ written, \d+ unchanged, \d+ removed in .* \(dry run\)$/m);
  expect(out).toContain(`CREATE ${rollout}`);
  expect(existsSync(at(rollout))).toBe(false);
});

it('refuses example values when it is strict, and writes nothing', async () => {
  edit('images.lock.json', (text) => text.replaceAll('"placeholder": false', '"example": true'));
  rmSync(at(rollout));
  const { code, out } = await hosted([...render, '--strict']);
  expect(code).toBe(1);
  expect(out).toMatch(/PLACEHOLDER_VALUE {2}images\.lock\.json/);
  expect(existsSync(at(rollout))).toBe(false);
});

it('prints its line of JSON for a dry run too', async () => {
  rmSync(at(rollout));
  const out = await succeeds([...render, '--dry-run', '--json']);
  expect(jsonIn(out)).toMatchObject({ missing: [rollout], warnings: expect.any(Array) });
});

it('keeps an unmanaged and an edited file, names both, and writes nothing else', async () => {
  writeFileSync(at('gitops/notes.txt'), 'mine');
  edit(rollout, (text) => text.replace(/minReadySeconds: \d+/, 'minReadySeconds: 1'));
  rmSync(at(`${api}/ingress-api.yaml`));
  const before = rendered();
  const { code, out } = await hosted(render);
  expect(code).toBe(1);
  expect(out).toContain('FILE_UNMANAGED  gitops/notes.txt');
  expect(out).toContain(`FILE_EDITED  ${rollout}`);
  expect(rendered()).toEqual(before);
});
