import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deprecationProblems, leastDays } from './deprecations.ts';

const page = (...entries: readonly string[]) =>
  new Map([
    [
      'index.md',
      `# index\n\n## Functions\n\n${entries.map((one) => `### ${one}\n`).join('\n***\n\n')}`,
    ],
  ]);

const entry = (name: string, said: string) =>
  `~~${name}()~~\n\n> **${name}**(): \`void\`\n\nWhat it does.\n\n#### Deprecated\n\n${said}\n\n#### Returns\n\n\`void\`\n`;

const deprecated = page(entry('old', 'since 1.2.0 (2026-01-01): use new.'), 'kept()');
const problems = (
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  day: string,
) => deprecationProblems(before, now, day);

describe('the policy of deprecations', () => {
  it('says nothing of names that stay, come, or are deprecated clearly', () => {
    expect(problems(page('kept()'), page('kept()', 'more()'), '2026-01-01')).toEqual([]);
    expect(problems(deprecated, deprecated, '2026-01-01')).toEqual([]);
  });

  it('refuses a name that goes without having been deprecated', () => {
    expect(problems(page('old()', 'kept()'), page('kept()'), '2027-01-01')).toEqual([
      'index old is gone, and the version before did not deprecate it',
    ]);
  });

  it('refuses a name that goes before its time, and lets it go afterwards', () => {
    expect(problems(deprecated, page('kept()'), '2026-03-31')).toEqual([
      `index old is gone after 89 days: it stays for ${leastDays} days, until a major version`,
    ]);
    expect(problems(deprecated, page('kept()'), '2026-04-01')).toEqual([]);
  });

  it.each(['', 'use new', 'since 1.2.0: use new', 'since 1.2.0 (2026-01-01)'])(
    'refuses a deprecation that says %j',
    (said) => {
      const now = page(entry('old', said || 'no reason'), 'kept()');
      expect(problems(now, now, '2026-01-01')).toHaveLength(1);
    },
  );

  it('is the policy that the README promises', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(`${leastDays} days`);
  });
});
