import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';

/** A version of something from outside, where it is written. */
export interface Pin {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly version: string;
}

/** Rendered, locked or told files, in which a version follows from another place; and tests, which need examples. */
const follows =
  /^(?:gitops|install|facts|docs|clients|terraform\/environments|\.changeset)\/|\.md$|lock\.json$|go\.sum$|\.html$|\.test\.ts$|\/tests\/|^(?!packages\/testing\/src\/).*\/testing\//;

const version = String.raw`v?\d+\.\d+(?:\.\d+)*`;

/** How versions are written: each form in which a tool, library, action, chart or image is pinned. */
const forms = [
  `==(${version})`,
  `[\\w/-]@(${version})`,
  String.raw`\buses: [^.\s]\S*@(\w+)`,
  String.raw`^FROM \S*?:(\S+)|^# syntax=\S+:(\S+)`,
  String.raw`^\s+(?:node|python|terraform|go)[-_]version: '?([\w.]+)`,
  `[\\w.-]+/[\\w./-]+:(${version})\\b`,
  String.raw`'(v?\d+\.\d+\.\d+)'`,
  String.raw`^\s*version\s*=\s*"([^"]+)"`,
  String.raw`^(?:require )?\t?\S+\.\S+ (v\d\S+)`,
];

const npm = String.raw`^\s*"[@\w./-]+": "(?:npm:\S+@)?[\^~]?(\d+\.\d+\.\d+)"`;
const written = new RegExp(forms.join('|'), 'g');
const writtenForNpm = new RegExp(npm, 'g');

/** Every pin of a text; what a comment says is not one. */
export const pinsOf = (file: string, text: string): readonly Pin[] =>
  text.split('\n').flatMap((one, index) => {
    if (/^\s*(?:\/\/|\*|\/\*\*)/.test(one)) return [];
    const form = file.endsWith('package.json') ? writtenForNpm : written;
    return [...one.matchAll(form)].map(([, ...groups]) => ({
      ...{ file, line: index + 1, text: one.trim() },
      version: groups.find((group) => group !== undefined) ?? '',
    }));
  });

/** Every pin of this repository, in files that people write, also those that are not committed yet. */
export const pinsHere = (): readonly Pin[] =>
  spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
  })
    .stdout.split('\n')
    .filter((file) => file !== '' && !follows.test(file) && existsSync(join(repository, file)))
    .flatMap((file) => pinsOf(file, readFileSync(join(repository, file), 'utf8')));
