import { chmodSync, chownSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  api,
  canary,
  editedWorkspace,
  inStaging,
  render,
  rollout,
} from '../src/testing/edited-workspace.ts';

const { at, read, edit, rendered, workspace, hosted, succeeds } = editedWorkspace();

/** While something runs, a link to a file with this text replaces another file. */
async function withLinkAt(path: string, text: string, use: () => Promise<void>): Promise<void> {
  writeFileSync(at('elsewhere.yaml'), text);
  rmSync(at(path));
  symlinkSync(at('elsewhere.yaml'), at(path));
  try {
    await use();
  } finally {
    // Else what restores the file would write through the link.
    rmSync(at(path));
    rmSync(at('elsewhere.yaml'));
  }
}

it('follows no symbolic link, even to a file with the right bytes', async () => {
  await withLinkAt(rollout, read(rollout), async () => {
    for (const command of [render, ['sync:check']]) {
      const { code, out } = await hosted(command);
      expect(code).toBe(1);
      expect(out).toContain(`PATH_IS_LINK  ${rollout}`);
    }
  });
});

it('names a link once, together with an unmanaged file', async () => {
  writeFileSync(at('gitops/notes.txt'), 'mine');
  await withLinkAt(rollout, 'mine', async () => {
    for (const command of [render, ['sync:check']]) {
      const { code, out } = await hosted(command);
      expect(code).toBe(1);
      expect(out).toContain(`PATH_IS_LINK  ${rollout}`);
      expect(out).toContain('FILE_UNMANAGED  gitops/notes.txt');
      expect(out).not.toContain(`FILE_UNMANAGED  ${rollout}`);
    }
  });
});

it('names a read-only folder, together with an unmanaged file, and writes nothing', async () => {
  writeFileSync(at('gitops/notes.txt'), 'mine');
  const folder = at(api);
  rmSync(join(folder, 'rollout-api.yaml'));
  rmSync(at(`${inStaging}/rollout-api.yaml`));
  const before = rendered();
  const unprivileged = process.getuid?.() === 0 ? 65534 : undefined;
  if (unprivileged !== undefined) giveTo(workspace().root, unprivileged);
  chmodSync(folder, 0o555);
  const home = { HOME: workspace().root };
  const { code, out } = workspace().nx(
    render,
    unprivileged === undefined ? { env: home } : { uid: unprivileged, env: home },
  );
  chmodSync(folder, 0o755);
  // On failure, the whole output is shown with the missing part.
  expect([code, out]).toEqual([1, expect.stringContaining(`PATH_READ_ONLY  ${api}`)]);
  expect(out).toContain('FILE_UNMANAGED  gitops/notes.txt');
  expect(rendered()).toEqual(before);
});

/** Replaces every file of one service's folder, on a disk that misbehaves. */
const renderOn = (disk: Readonly<Record<string, string>>) => {
  edit(canary, (text) => text.replace('holdMinutes: 1', 'holdMinutes: 2'));
  rmSync(at(`${inStaging}/rollout-api.yaml`));
  const before = rendered();
  const run = workspace().nx(render, {
    node: `--import=${join(import.meta.dirname, '../src/testing/bad-disk.mjs')}`,
    env: disk,
  });
  return { ...run, before, after: rendered() };
};

// `write-changes.test.ts` kills at every write and rename.
it('leaves each file as it was or whole when it is killed', async () => {
  const { code, before, after } = renderOn({ DIE_AFTER_RENAMES: '3' });
  expect(code).toBe(128);
  await succeeds(render);
  const whole = rendered();
  expect(after).not.toEqual(whole);
  for (const [path, text] of Object.entries(after)) {
    expect([before[path], whole[path]], path).toContain(text);
  }
});

it('keeps every file when the disk is full, and names the file that does not fit', async () => {
  const { code, out, before, after } = renderOn({ FULL_AFTER_WRITES: '3' });
  expect([code, out]).toEqual([
    1,
    expect.stringMatching(/nothing was written\s+DISK_FULL {2}gitops\/\S+ = ENOSPC/),
  ]);
  expect(after).toEqual(before);
  expect(readdirSync(at('.cache/drafts'))).toEqual([]);
});

function giveTo(path: string, uid: number): void {
  chownSync(path, uid, uid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) giveTo(join(path, entry.name), uid);
    else if (entry.isFile()) chownSync(join(path, entry.name), uid, uid);
  }
}
