import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ruleTable } from './table.ts';
import { facts } from './testing/policies.ts';

it('stands in the README as the model renders it', () => {
  const readme = readFileSync(`${import.meta.dirname}/../README.md`, 'utf8');
  const [, table] = /<!-- rules -->\n\n([\s\S]*?)<!-- \/rules -->/.exec(readme) ?? [];
  expect(table).toBe(ruleTable(facts));
});
