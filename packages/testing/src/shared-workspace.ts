import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { snapshot } from './snapshot.ts';
import { copied, left, type Workspace } from './workspace.ts';

let kept: Workspace | undefined;

/**
 * The copy that all test files of one worker have in common, with its host: to make and to load one takes
 * as long as many tests. `dispose` puts back what a file changed; the host removes the copy after the last.
 */
export function sharedWorkspace(): Workspace {
  if (kept !== undefined) return kept;
  const { workspace, host } = copied();
  host.start();
  const pristine = contentOf(workspace.root);
  const dispose = () => {
    const now = contentOf(workspace.root);
    for (const path of Object.keys(now))
      if (!(path in pristine)) rmSync(join(workspace.root, path));
    for (const [path, text] of Object.entries(pristine))
      if (now[path] !== text) workspace.restoreFile(path, text);
  };
  kept = { ...workspace, dispose };
  return kept;
}

/** Every file of a copy with its text, but for what is installed or built. */
const contentOf = (root: string): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...readdirSync(root, { withFileTypes: true })
      .filter(({ name }) => !left.has(name))
      .map((entry) =>
        entry.isDirectory()
          ? snapshot(root, entry.name)
          : { [entry.name]: readFileSync(join(root, entry.name), 'utf8') },
      ),
  );
