import { countryCodes, regulations } from '@bizflow/region-catalog';
import { peopledFlows } from '@bizflow/region-catalog/rules';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { looked, results } from '../testing/looked.ts';
import { answers } from './answers.ts';
import { evidenceOf } from './files.ts';
import { lawSheets } from './laws/laws.ts';
import type { LawRecord, PeopleRecord } from './record/law-record.ts';

const sound = evidenceOf(results(), looked);
const pages = (files = sound.files) =>
  files.flatMap(({ path, body }) => (typeof body === 'string' ? [[path, body] as const] : []));
const page = (law: string, files = sound.files) =>
  pages(files).find(([path]) => path === `docs/evidence/${law}/README.md`)?.[1] ?? '';
const recordsIn = (folder: RegExp) =>
  sound.files.filter(({ path }) => path.endsWith('record.json') && folder.test(path));
const records = recordsIn(/^(?!.*other-countries)/).map(
  ({ body }) => body as LawRecord & { readonly law: keyof typeof lawSheets },
);
// A region may serve people whom no law of the catalog protects.
const others = recordsIn(/other-countries/).map(({ body }) => body as PeopleRecord);

it('is sound, and covers every law whose people are led to a region', () => {
  expect(sound.problems).toEqual([]);
  const led = new Set(
    looked.homes.flatMap(({ country, region }) => (region === null ? [] : [country])),
  );
  const laws = Object.entries(regulations).filter(([, { protects }]) =>
    protects.some((country) => led.has(country)),
  );
  expect(records.map(({ law }) => law).toSorted()).toEqual(laws.map(([law]) => law).toSorted());
});

// By its own means: what a reader would do who opens the file and looks.
const valueAt = (file: string, place: string): unknown => {
  const text = looked.texts[file] ?? '';
  if (/^\d+$/.test(place)) return text.split('\n')[Number(place) - 1]?.trim().replace(/ +/g, ' ');
  const steps = place.split('/').slice(1);
  const keys = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let value: unknown = file.endsWith('.json') ? JSON.parse(text) : parse(text);
  for (const key of keys) value = (value as Record<string, unknown>)?.[key];
  return value;
};

it('shows lines that are there, with the values that are there', () => {
  const item =
    /^- .*?: `(.*)` in \[`([^`]+)`\]\(\.\.\/\.\.\/\.\.\/([^)]+)\)(?: `([^`]+)`|, line (\d+))$/gm;
  const items = pages().flatMap(([, text]) => [...text.matchAll(item)]);
  expect(items.length).toBeGreaterThan(200);
  for (const [whole, shown = '', file = '', link = '', pointer, line] of items) {
    expect(link.replace(/#L\d+$/, '')).toBe(file);
    const found = valueAt(file, pointer ?? line ?? '');
    expect(found, whole).toBeDefined();
    if (/ from \S+ to \S+$/.test(shown)) continue;
    const value = line === undefined ? JSON.stringify(found) : found;
    const kept = shown.replace(/\.\.\. \(\d+ characters\)$/, '');
    expect(String(value).startsWith(kept), whole).toBe(true);
  }
});

describe('a proof that fails', () => {
  const failed = evidenceOf(results('residency'), looked);

  it('opens every duty that it covers, and names itself', () => {
    const text = page('gdpr', failed.files);
    expect(page('gdpr')).toContain('| Transfers out of the Union (Art. 44 to 49), in part |');
    expect(text).toContain(
      '| Transfers out of the Union (Art. 44 to 49) | Nothing is shown, because a proof fails: residency.',
    );
    expect(text).toContain('Proof `residency` FAILS');
    expect(text).toContain(`0 shown, ${covered('gdpr') - 3} shown in part`);
  });

  const covered = (law: string) => Number(/(\d+) shown in part/.exec(page(law))?.[1]);

  it('is open as well when it was not tried', () => {
    const untried = results().filter(({ proof }) => proof !== 'residency');
    expect(page('gdpr', evidenceOf(untried, looked).files)).toContain('a proof fails: residency');
  });
});

describe('a place that is not rendered any more', () => {
  it.each([
    ['terraform/modules/rds/main.tf', 'storage_encrypted', 'storage_unknown'],
    [`terraform/environments/production/${anyRegion()}/rds.tf.json`, 'backup_days', 'days'],
  ])('is a problem: %s', (file, text, other) => {
    const texts = { ...looked.texts, [file]: (looked.texts[file] ?? '').replaceAll(text, other) };
    const { problems } = evidenceOf(results(), { ...looked, texts });
    expect(problems).toMatchObject([{ code: 'EVIDENCE_MISSING', at: file }]);
  });

  it('is a problem, too, when the whole file is gone', () => {
    const folder = `terraform/environments/production/${anyRegion()}`;
    const { [`${folder}/backup.tf.json`]: _, ...texts } = looked.texts;
    const places = evidenceOf(results(), { ...looked, texts }).problems.map(({ at }) => at);
    // What the file's module carries to another region is looked for in the root's whole folder.
    expect(new Set(places)).toEqual(new Set([`${folder}/backup.tf.json`, folder]));
  });
});

function anyRegion(): string {
  return Object.keys(looked.fleet.catalog)[0] ?? '';
}

describe('the records of processing', () => {
  const key = ({ flow, from, to }: { flow: string; from: string; to: string }) =>
    `${flow} ${from} ${to}`;

  it('have together exactly the flows of the flow graph, with all people whom regions serve', () => {
    const graph = peopledFlows(looked.fleet.catalog).filter(({ subjects }) => subjects.length > 0);
    const recorded = Map.groupBy(
      [...records, ...others].flatMap(({ flows }) =>
        flows.filter(({ placement }) => placement === 'served'),
      ),
      key,
    );
    expect([...recorded.keys()].toSorted()).toEqual(graph.map(key).toSorted());
    for (const flow of graph) {
      const people = (recorded.get(key(flow)) ?? []).flatMap(({ subjects }) => subjects);
      expect([...new Set(people)].toSorted()).toEqual([...flow.subjects].toSorted());
    }
  });

  it('have a legal basis for every border, and none where no border is crossed', () => {
    for (const { abroad, basis, decision, missing } of records.flatMap(({ flows }) => flows)) {
      expect([basis !== null, decision !== null]).toEqual([abroad.length > 0, abroad.length > 0]);
      expect(missing).toBeNull();
    }
  });

  it('say a thing, or what is open, of each entry that the law names', () => {
    for (const { law, entries } of records) {
      expect(entries.map(({ article }) => article)).toEqual(
        Object.values(lawSheets[law].entries).map(({ article }) => article),
      );
      for (const entry of entries) expect(entry.says.length + entry.open.length).toBeGreaterThan(0);
    }
  });

  it('name only countries whose people the law protects', () => {
    for (const { law, people } of records) {
      expect(people.length).toBeGreaterThan(0);
      for (const country of people) {
        expect(countryCodes).toContain(country);
        expect(regulations[law].protects).toContain(country);
      }
    }
  });
});

it('has duties with an article, a source and a date, and answers that say whole sentences', () => {
  for (const { since, compared, source, duties } of Object.values(lawSheets)) {
    for (const day of [since, compared, ...duties.map((duty) => duty.since ?? since)]) {
      expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
    }
    for (const duty of duties) {
      expect(duty.article).toMatch(/\d/);
      expect(duty.source ?? source).toMatch(/^https:\/\/\S+$/);
      expect(duty.asks).toMatch(/^[A-Z].*\.$/);
    }
  }
  for (const answer of Object.values(answers)) {
    expect('open' in answer ? answer.open : answer.says).toMatch(/^[A-Z].*\.$/);
  }
});
