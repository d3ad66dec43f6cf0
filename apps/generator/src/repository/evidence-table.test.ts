import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { abortsFrom, findsFrom, gradual } from '@bizflow/config/release';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const page = readFileSync(join(root, 'docs/decisions/0013-canary-five-percent-first.md'), 'utf8');
const cells = [...page.matchAll(/ (\d+) \| (\d+) failed \| ([\d.]+) % \|/g)];

it('has a decision page that says what can be known by how many requests, as the policy has it', () => {
  expect(cells).toHaveLength(10);
  for (const [, requests, failed, percent] of cells) {
    expect(abortsFrom(gradual, Number(requests))).toBe(Number(failed));
    expect(findsFrom(gradual, Number(requests)) / 10).toBe(Number(percent));
  }
});
