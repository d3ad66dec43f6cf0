import fc from 'fast-check';
import { lexer, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../effect.ts';
import { code } from './code-span.ts';
import { folded } from './fold.ts';
import { markdownOf, mostCharacters } from './markdown.ts';
import type { Report } from './report.ts';

const effect = (text: string, number = 0): Effect => ({
  ...{ rule: 'data/deleted', place: `production/${number}`, to: text, does: text, at: `${text}#` },
  ...{ before: text, after: text },
});

const report = (text: string, effects: readonly Effect[] = [effect(text)]): Report => ({
  ...{ base: text, verdict: [text], differs: true, forbidden: [], effects },
  byKind: [{ kind: 'data', effects: folded(effects) }],
  byPlace: [{ place: text, kinds: { data: 1 } }],
  fields: [
    {
      field: text,
      before: text,
      after: text,
      of: [text],
      places: [text],
      count: 1,
      isOfRenderer: true,
    },
  ],
  ...{ pages: [text], notes: [text] },
  causes: { facts: [{ at: text, path: text, before: text, after: text }], code: [text] },
});

/** Every token of a page, with those within it. */
const tokensOf = (page: string): readonly Token[] => {
  const within = (tokens: readonly Token[]): readonly Token[] =>
    tokens.flatMap((token) => [
      token,
      ...within(('tokens' in token && token.tokens) || []),
      ...within(('items' in token && token.items) || []),
    ]);
  return within(lexer(page, { gfm: true }));
};

const ours =
  /^(?:<!-- bizflow-plan -->|<details>|<summary>[\w ]+ \(\d+\)<\/summary>|<\/details>|\s)*$/;

const hostile: readonly string[] = [
  '</details><script>alert(1)</script>',
  '`</summary>`` @bizflow/security',
  '[a](https://example.com) ![b](https://example.com/c.png)',
  '\u202Egnp.exe',
  'a\n\n# heading\n| a | b |\n|---|---|',
  '*bold* _it_ ~~x~~ #1 GH-1',
  '',
  '`',
];

describe('a comment', () => {
  it.each(hostile)('shows %j as text alone', (text) => {
    const tokens = tokensOf(markdownOf(report(text)));
    const raw = tokens.flatMap((token) => (token.type === 'html' ? [token.raw] : []));
    expect(raw.filter((html) => !ours.test(html))).toEqual([]);
    const forms = new Set(tokens.map(({ type }) => type));
    for (const form of ['link', 'image', 'em', 'del', 'table', 'code'])
      expect([...forms]).not.toContain(form);
  });

  it('keeps within the size that GitHub takes, and says what it left out', () => {
    const effects = Array.from({ length: 5000 }, (_, number) =>
      effect(`${number} ${'x'.repeat(150)}`, number),
    );
    const page = markdownOf(report('text', effects));
    expect(page.length).toBeLessThanOrEqual(mostCharacters);
    expect(page).toMatch(/\d+ lines did not fit into a comment/);
    expect(page.match(/<details>/g)?.length).toBe(page.match(/<\/details>/g)?.length);
  });

  it('has the whole report where it fits', () => {
    expect(markdownOf(report('text'))).not.toContain('did not fit');
  });
});

it('makes one code span of any text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60, unit: 'binary' }), (text) => {
      const [paragraph] = lexer(`a ${code(text)} b`, { gfm: true });
      const inner =
        paragraph !== undefined && 'tokens' in paragraph ? (paragraph.tokens ?? []) : [];
      expect(inner.map(({ type }) => type)).toEqual(['text', 'codespan', 'text']);
    }),
  );
});
