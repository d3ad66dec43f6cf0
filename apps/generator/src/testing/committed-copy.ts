import { beginHistory, git } from '@bizflow/testing/commits';
import { type Workspace, workspaceCopy } from '@bizflow/testing/workspace';
import { afterAll, afterEach, beforeAll } from 'vitest';

/** A copy of this repository with one commit, which every test begins at. */
export function committedCopy(): Workspace {
  const workspace = workspaceCopy();
  beforeAll(() => {
    beginHistory(workspace);
    git(workspace, 'tag', 'before');
  });
  afterEach(() => {
    git(workspace, 'clean', '--quiet', '-d', '--force');
    git(workspace, 'reset', '--quiet', '--hard', 'before');
  });
  afterAll(() => workspace.dispose());
  return workspace;
}
