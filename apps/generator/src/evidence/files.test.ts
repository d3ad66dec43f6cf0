import type { EvidenceFile } from '@bizflow/evidence';
import { expect, it } from 'vitest';
import { originOf } from '../header.ts';
import { datedFiles } from './files.ts';

const path = 'docs/evidence/law/catalog.oscal.json';
const body = (title: string) => (lastModified: string) => ({
  catalog: { uuid: 'an id', metadata: { title, 'last-modified': lastModified } },
});
const text = (file: EvidenceFile, date: string, before: string | null) =>
  datedFiles([file], date, () => before)[0]?.text ?? '';

const first = text({ path, body: body('One') }, '2026-01-01T00:00:00Z', null);

it('takes the given date for a document that is new or says something else', () => {
  expect(JSON.parse(first).catalog.metadata['last-modified']).toBe('2026-01-01T00:00:00Z');
  const second = text({ path, body: body('Two') }, '2026-02-02T00:00:00Z', first);
  expect(JSON.parse(second).catalog.metadata['last-modified']).toBe('2026-02-02T00:00:00Z');
});

it('keeps the date of a document that says the same', () => {
  expect(text({ path, body: body('One') }, '2026-02-02T00:00:00Z', first)).toBe(first);
});

it('says in the remarks of the metadata whose file it is, so that an edit shows', () => {
  expect(JSON.parse(first).catalog.metadata.remarks).toContain('Rendered by @bizflow/generator');
  expect(originOf(path, first)).toBe('rendered');
  expect(originOf(path, first.replace('One', 'Two'))).toBe('edited');
  expect(originOf(path, '{ "catalog": {} }')).toBe('unmanaged');
});
