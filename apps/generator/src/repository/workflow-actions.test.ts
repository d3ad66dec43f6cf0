import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';

it('runs every action of a workflow at a commit, since a tag can move, and says its version', () => {
  const steps = globSync('.github/workflows/*.yml', { cwd: repository }).flatMap(
    (path) => readFileSync(join(repository, path), 'utf8').match(/uses: (?!\.\/).*/g) ?? [],
  );
  expect(steps.length).toBeGreaterThan(10);
  expect(steps.filter((step) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(step))).toEqual([]);
});
