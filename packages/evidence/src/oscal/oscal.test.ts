import { describe, expect, it } from 'vitest';
import { looked, results } from '../../testing/looked.ts';
import { answeredLaw } from '../answered.ts';
import { lawSheets } from '../laws/laws.ts';
import { catalogOf, controlId } from './catalog.ts';
import { componentDefinitionOf } from './component-definition.ts';

const date = '2026-01-31T12:00:00Z';
const laws = Object.values(lawSheets).map((sheet) => answeredLaw(sheet, results(), looked));

/** Every value of a key, wherever it is. */
const all = (value: unknown, key: string): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) =>
        name === key && typeof inner === 'string' ? [inner] : all(inner, key),
      );

describe.each(laws.map((law) => [law.sheet.law, law] as const))('the OSCAL of %s', (name, law) => {
  const catalog = catalogOf(law)(date);
  const definition = componentDefinitionOf(law)(date);

  it('has ids of version 5, each once, and links that lead to one of them', () => {
    for (const document of [catalog, definition]) {
      const ids = all(document, 'uuid');
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab]/);
      const inner = all(document, 'href').filter((href) => href.startsWith('#'));
      expect(inner.length).toBeGreaterThan(0);
      for (const href of inner) expect(ids).toContain(href.slice(1));
    }
  });

  it('implements the duties that are not open, and no others', () => {
    const controls = (catalog.catalog as { controls: readonly { id: string }[] }).controls;
    expect(controls.map(({ id }) => id)).toEqual(law.duties.map((duty) => controlId(name, duty)));
    const met = law.duties.filter(({ state }) => state !== 'open');
    expect(all(definition, 'control-id')).toEqual(met.map((duty) => controlId(name, duty)));
    expect(met.length).toBeGreaterThan(0);
    expect(met.length).toBeLessThan(law.duties.length);
  });

  it('is the same again, under another date too, and another one with other content', () => {
    const idOf = (document: object) => all(document, 'uuid').at(0);
    const ids = (one: object) => [idOf(one), all(one, 'version').at(0)];
    expect(componentDefinitionOf(law)(date)).toEqual(definition);
    expect(ids(componentDefinitionOf(law)('2027-01-31T12:00:00Z'))).toEqual(ids(definition));
    const fewer = { ...law, duties: law.duties.slice(0, -1) };
    expect(idOf(catalogOf(fewer)(date))).not.toBe(idOf(catalog));
  });

  it('implements nothing when every proof fails', () => {
    const failing = answeredLaw(law.sheet, [], looked);
    expect(all(componentDefinitionOf(failing)(date), 'control-id')).toEqual([]);
  });
});
