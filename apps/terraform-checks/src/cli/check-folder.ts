import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Folder } from './folders.ts';
import { type Ended, run } from './run.ts';
import { initArguments, type Terraform, terraformEnv } from './terraform.ts';

/** What became of one module or root. */
export interface Checked {
  readonly path: string;
  /** Each step that ran, in order, with its seconds. */
  readonly steps: readonly { readonly step: string; readonly seconds: number }[];
  /** How many runs of `terraform test` passed. */
  readonly passed: number;
  /** What the step that failed said; undefined when all is well. */
  readonly failure?: string;
}

/**
 * `init`, `validate` and, where there are tests, `test`, until one of them fails. A warning fails `validate`
 * too: it is how a provider says that it has deprecated something.
 */
export async function checkFolder(
  terraform: Terraform,
  tree: string,
  { path, tested }: Folder,
): Promise<Checked> {
  const place = { cwd: join(tree, path), env: terraformEnv() };
  const steps: { step: string; seconds: number }[] = [];
  let passed = 0;
  for (const [step = '', ...args] of stepsOf(terraform, tested, isGivenProviders(place.cwd))) {
    const ended = await run(terraform.binary, [step, ...args], place);
    steps.push({ step, seconds: ended.seconds });
    passed = passedIn(ended);
    const warned = step === 'validate' ? diagnosed(ended, path) : [];
    if (ended.code !== 0 || warned.length > 0) {
      return { path, steps, passed, failure: warned.join('\n') || ended.text };
    }
  }
  return { path, steps, passed };
}

// `validate` takes a module that a root gives its providers for a root without them, and fails
// (hashicorp/terraform#28490). `test` validates it as well, and so does the root that calls it.
const isGivenProviders = (folder: string): boolean =>
  globSync('*.tf', { cwd: folder }).some((file) =>
    readFileSync(join(folder, file), 'utf8').includes('configuration_aliases'),
  );

const stepsOf = (
  terraform: Terraform,
  tested: boolean,
  givenProviders: boolean,
): readonly (readonly string[])[] => [
  initArguments(terraform),
  ...(givenProviders && tested ? [] : [['validate', '-json']]),
  ...(tested ? [['test', '-no-color']] : []),
];

interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
}

/** What `validate -json` says, errors and warnings, each with its file and line. */
const diagnosed = ({ text }: Ended, path: string): readonly string[] => {
  const start = text.indexOf('{');
  const said: readonly Diagnostic[] =
    start < 0 ? [] : (JSON.parse(text.slice(start, text.lastIndexOf('}') + 1)).diagnostics ?? []);
  return said.map(({ severity, summary, detail = '', address = '', range }) => {
    const file = range === undefined ? path : join(path, range.filename).replaceAll('\\', '/');
    const line = range === undefined ? '' : `:${range.start.line}`;
    return `${severity}  terraform/${file}${line} ${address}\n  ${summary}: ${detail}`;
  });
};

const passedIn = ({ text }: Ended): number =>
  Number(/(\d+) passed, \d+ failed/.exec(text)?.[1] ?? 0);
