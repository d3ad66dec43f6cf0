import { rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { canary, editedWorkspace, inStaging, rollout } from './testing/edited-workspace.ts';

const { at, edit, rendered, hosted, succeeds } = editedWorkspace();

it('is content with what is committed', async () => {
  await succeeds(['sync:check']);
});

it('names every stale, missing and unplanned file, and writes nothing', async () => {
  edit(canary, (text) => text.replace(/holdMinutes: \d+/, 'holdMinutes: 31'));
  rmSync(at(`${inStaging}/ingress-api.yaml`));
  const before = rendered();
  const { code, out } = await hosted(['sync:check']);
  expect(code).toBe(1);
  expect(out).toContain(`FILE_STALE  ${rollout}`);
  expect(out.trim().split('\n').at(-1)).toContain('run: npx nx generate @bizflow/generator:render');
  expect(out).toContain(`FILE_MISSING  ${inStaging}/ingress-api.yaml`);
  expect(rendered()).toEqual(before);
});

it('names every unmanaged and edited file, and writes nothing', async () => {
  writeFileSync(at('gitops/notes.txt'), 'mine');
  edit(rollout, (text) => `${text}# mine\n`);
  const before = rendered();
  const { code, out } = await hosted(['sync:check']);
  expect(code).toBe(1);
  expect(out).toContain('FILE_UNMANAGED  gitops/notes.txt');
  expect(out).toContain(`FILE_EDITED  ${rollout}`);
  expect(rendered()).toEqual(before);
});
