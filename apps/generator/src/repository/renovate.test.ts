import { readFileSync } from 'node:fs';
import { controllers } from '@bizflow/config/platform';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(`${repository}/${path}`, 'utf8');
const { customManagers, packageRules } = JSON.parse(read('.github/renovate.json'));

/** What Renovate's custom manager finds, by name. */
const found = (manager: { matchStrings: string[] }, path: string): Map<string, string> =>
  new Map(
    manager.matchStrings
      .flatMap((pattern) => [...read(path).matchAll(new RegExp(pattern, 'g'))])
      .map(({ groups }) => [groups?.depName ?? '', groups?.currentValue ?? '']),
  );

describe('Renovate', () => {
  const [charts, oci, python, go] = customManagers;

  it('finds the version of every chart where it is written', () => {
    const path = 'packages/config/src/platform/controllers.ts';
    const versions = [...found(charts, path), ...found(oci, path)];
    const pinned = controllers.map(({ chart }) => [chart.name, chart.version] as const);
    expect(versions.toSorted()).toEqual([...new Map(pinned)].toSorted());
  });

  it('finds every tool that the workflow installs', () => {
    const path = '.github/workflows/ci.yml';
    const lines = read(path).split('\n');
    const words = (start: RegExp, pattern: RegExp) =>
      lines.filter((line) => start.test(line)).flatMap((line) => line.match(pattern) ?? []);
    expect(found(python, path).size).toBe(words(/pip install/, /==/g).length);
    expect(found(go, path).size).toBe(words(/go install/, /@v/g).length);
  });

  it('says what a new chart needs, since CI refuses it until then', () => {
    const rule = packageRules.find(
      ({ groupName }: { groupName: string }) => groupName === 'charts',
    );
    expect(rule.prBodyNotes[0]).toContain('pin-charts');
  });
});
