import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyFact } from '@bizflow/config/facts';
import { isObject } from '@bizflow/kernel';
import { expect, it } from 'vitest';
import { root } from '../bundle/bundle-files.ts';
import { factsByName } from '../shapes/facts-by-name.ts';
import { factFiles } from '../shapes/named-fact-rules.ts';
import { factsIn } from './facts-in.ts';
import { writtenAt } from './written-at.ts';

const sources: Readonly<Record<string, string>> = {
  'a/policy.ts': `
    import { rates as limits } from './rates.ts';
    import { shared } from '../b/index.ts';
    import { outer } from '@other/package';
    const usual = { tries: 3, wait: shared.waits.short };
    export const policy = freeze({
      ...usual,
      rates: limits,
      tries: 4,
      list: [1, [2, 3]],
      mixed: [...usual.all, 5],
      made: make(1),
      outer,
      'two words': { inside: true },
    } as const satisfies Policy);`,
  'a/rates.ts': `
    export const rates = freeze({
      login: { limit: 10 },
    });`,
  'b/index.ts': `export { sharedFacts as shared } from './shared.ts';`,
  'b/shared.ts': `
    export const sharedFacts = {
      waits: {
        short: 1,
      },
    };`,
  'b/broken.ts': 'export const = ',
};
const read = (file: string) => sources[file] ?? null;
const at = (...steps: string[]) => {
  const found = writtenAt(read, 'a/policy.ts', 'policy', steps);
  return found && [`${found.file}:${found.line}`, ...found.rest].join(' ');
};

it.each([
  ['a member', ['tries'], 'a/policy.ts:9'],
  ['a member of an imported constant', ['rates', 'login', 'limit'], 'a/rates.ts:3'],
  ['a spread member', ['wait'], 'a/policy.ts:5'],
  ['an element of a list in a list', ['list', '1', '0'], 'a/policy.ts:10'],
  ['a member whose name is a text', ['two words', 'inside'], 'a/policy.ts:14'],
  ['a fact of another package', ['outer', 'x'], 'a/policy.ts:13 x'],
  ['what a function makes', ['made', 'x'], 'a/policy.ts:12 x'],
  ['an element after a spread', ['mixed', '1'], 'a/policy.ts:11 1'],
  ['a missing member, where it belongs', ['rates', 'api', 'limit'], 'a/rates.ts:2 api limit'],
])('finds %s', (_, steps, where) => {
  expect(at(...steps)).toBe(where);
});

it('follows a member of a constant that another file exports under its own name', () => {
  const found = writtenAt(read, 'a/policy.ts', 'usual', ['wait', 'x']);
  expect(found).toMatchObject({ file: 'b/shared.ts', line: 4, rest: ['x'] });
});

it.each([
  ['no such file', 'a/none.ts'],
  ['a file that does not parse', 'b/broken.ts'],
  ['a file without the constant', 'a/rates.ts'],
])('finds nothing in %s', (_, file) => {
  expect(writtenAt(read, file, 'policy', [])).toBeUndefined();
});

/** The paths of the plain values in a fact. */
const leavesOf = (value: unknown, steps: readonly string[] = []): readonly (readonly string[])[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...steps, key]))
    : [steps];

it('names places of the real sources that have the value of the fact', () => {
  const disk = new Map<string, string>();
  const fromDisk = (file: string): string => {
    const text = disk.get(file) ?? readFileSync(join(root, file), 'utf8');
    disk.set(file, text);
    return text;
  };
  const { edge, network, platform, release, services, tracing } = everyFact;
  let found = 0;
  for (const [name, fact] of Object.entries(
    factsByName({ edge, network, platform, release, services, tracing }),
  )) {
    const constant = name.slice(name.indexOf('.') + 1);
    for (const steps of leavesOf(fact)) {
      const written = writtenAt(fromDisk, factFiles[name] ?? '', constant, steps);
      if (written === undefined || written.rest.length > 0) continue;
      const value = steps.reduce<unknown>((one, step) => Object(one)[step], fact);
      const text = fromDisk(written.file).slice(written.start, written.end);
      const [literal] = factsIn(`const it = ${text}`);
      // The value of a name or a template is elsewhere.
      if (literal?.path !== 'it') continue;
      expect([name, steps, literal.value]).toEqual([name, steps, value]);
      found += 1;
    }
  }
  expect(found).toBeGreaterThan(200);
});
