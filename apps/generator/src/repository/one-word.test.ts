import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';

// A pure check is a rule, by whatever name its parts go (ARCHITECTURE.md).
it('calls each function of a file of rules by the one word', () => {
  const files = globSync('{packages,apps}/*/src/**/*-rules.ts', { cwd: repository });
  expect(files.length).toBeGreaterThan(150);
  const others = files.flatMap((path) => {
    const text = readFileSync(join(repository, path), 'utf8');
    const found = text.matchAll(
      /\b(?:const|function) (\w+(?:Problems|Checks|Verdicts|Refusals|Concerns|Findings))\b/g,
    );
    return [...found].map(([, name]) => `${path} ${name}`);
  });
  expect(others).toEqual([]);
});
