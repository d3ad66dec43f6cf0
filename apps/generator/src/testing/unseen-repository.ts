import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { vi } from 'vitest';
import { commitUnseen, gitIn } from './git-in.ts';

/** A history of its own over the work tree, whose first commit, `now`, is all that is there; Git sees no other one. */
export function unseenRepository() {
  const folder = mkdtempSync(join(tmpdir(), 'bizflow-unseen-'));
  const git = gitIn(repository);
  return {
    git,
    commit: commitUnseen(git),
    begin: (): void => {
      vi.stubEnv('GIT_DIR', join(folder, 'git'));
      vi.stubEnv('GIT_WORK_TREE', repository);
      git(['init', '-q']);
      git(['add', '-A']);
      git(['commit', '-q', '-m', 'now']);
      git(['tag', 'now']);
    },
    end: (): void => {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
