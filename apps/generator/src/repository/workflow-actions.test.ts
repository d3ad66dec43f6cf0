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

it('installs one version of each tool, in workflows and in builds, and names it where one is missing', () => {
  const files = [
    ...['.github/workflows/*.yml', 'apps/pipeline/commands/*.sh'],
    ...['packages/testing/src/tools.ts', 'packages/runbooks/scripts/drill/tools.ts'],
  ];
  const installed = globSync(files, { cwd: repository }).flatMap((path) =>
    [
      ...readFileSync(join(repository, path), 'utf8').matchAll(
        /(?:go install (\S+)@|([a-z-]+)(?:\[[a-z,]+\])?==)(v?[\d.]*\d)/g,
      ),
    ].map(([, go, python, version = '']) => ({ tool: go ?? python ?? '', version })),
  );
  const versions = Map.groupBy(installed, ({ tool }) => tool);
  expect(versions.size).toBeGreaterThan(8);
  expect(versions.get('moto')?.length).toBeGreaterThan(4);
  for (const [tool, found] of versions) {
    expect([tool, new Set(found.map(({ version }) => version)).size]).toEqual([tool, 1]);
  }
});
