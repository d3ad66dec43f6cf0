import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { committed } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';
import { citationRules } from './citation-rules.ts';

const exists = (path: string) => existsSync(join(repository, path));

it('finds every page that the committed facts cite', () => {
  expect(citationRules(committed, exists)).toEqual([]);
});

it('names the exception whose page does not exist', () => {
  const [one] = committed.exceptions;
  if (one === undefined) throw new RangeError('no exception');
  const decision = 'docs/decisions/9999-missing.md';
  const found = citationRules({ exceptions: [one, { ...one, decision }] }, exists);
  expect(found).toMatchObject([{ code: 'CITATION_MISSING', at: 'exceptions[1].decision' }]);
});
