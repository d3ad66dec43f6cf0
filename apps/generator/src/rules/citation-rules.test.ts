import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { committed } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';
import { type Citable, citationRules, isDecisionPage } from './citation-rules.ts';

const at = (path: string) => join(repository, path);
const citable: Citable = {
  isFile: (path) => existsSync(at(path)) && statSync(at(path)).isFile(),
  children: (path) => (existsSync(at(path)) ? readdirSync(at(path)) : []),
  rendered: (name) => ['bizflow-errors', 'bizflow-slow', 'latest-errors'].includes(name),
};

it('finds everything that the committed facts cite', () => {
  expect(citationRules(committed, citable)).toEqual([]);
});

it('takes every page of a decision, and no other name', () => {
  const pages = citable.children('docs/decisions').map((name) => `docs/decisions/${name}`);
  expect(pages.filter((page) => !isDecisionPage(page))).toEqual(['docs/decisions/README.md']);
  expect(isDecisionPage('docs/decisions/0090-In-Capitals.md')).toBe(false);
});

it.each([
  ['decision', 'docs/decisions/9999-missing.md'],
  ['decision', 'docs/decisions/README.md'],
  ['basis', 'to be found'],
])('names the exception whose %s is %s', (field, value) => {
  const [one] = committed.exceptions;
  if (one === undefined) throw new RangeError('no exception');
  const fleet = { ...committed, exceptions: [one, { ...one, [field]: value }] };
  expect(citationRules(fleet, citable)).toMatchObject([
    { code: 'CITATION_MISSING', at: `exceptions[1].${field}`, value },
  ]);
});

it.each([
  ['Read docs/runbooks/missing.md.', 'docs/runbooks/missing.md'],
  ['Change packages/config/src/gone/, then render.', 'packages/config/src/gone/'],
  ['It rolls back without an approval (docs/decisions/9999).', '"9999"'],
  ['It is as in decision 9998.', '"9998"'],
  ['The alarm "quiet" reports it.', 'quiet'],
  ['Look at the X-Ray group `bizflow-late`.', 'bizflow-late'],
  ['Run the saved query `first-errors`.', 'first-errors'],
])('names what %j leads to', (first, value) => {
  const [alarm, ...others] = committed.alarms;
  if (alarm === undefined) throw new RangeError('no alarm');
  const fleet = { ...committed, alarms: [{ ...alarm, first }, ...others] };
  expect(citationRules(fleet, citable)).toMatchObject([
    { code: 'CITATION_MISSING', at: 'alarms[0].first', value },
  ]);
});

it('does not ask for what is rendered while only a part is', () => {
  const [alarm, ...others] = committed.alarms;
  if (alarm === undefined) throw new RangeError('no alarm');
  const first = 'Look at the X-Ray group `bizflow-late`.';
  const fleet = { ...committed, alarms: [{ ...alarm, first }, ...others] };
  expect(citationRules(fleet, { ...citable, rendered: undefined })).toEqual([]);
});
