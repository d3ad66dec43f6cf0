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

/** `init`, `validate` and, where there are tests, `test`, until one of them fails. */
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
    if (ended.code !== 0) return { path, steps, passed, failure: ended.text };
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
  ...(givenProviders && tested ? [] : [['validate', '-no-color']]),
  ...(tested ? [['test', '-no-color']] : []),
];

const passedIn = ({ text }: Ended): number =>
  Number(/(\d+) passed, \d+ failed/.exec(text)?.[1] ?? 0);
