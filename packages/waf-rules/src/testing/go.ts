import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const source = resolve(import.meta.dirname, 'canonical');
const binary = resolve(import.meta.dirname, '../../../../node_modules/.cache/waf-canonical');
const go = (...args: string[]) => spawnSync('go', args, { cwd: source, encoding: 'utf8' });

/** Why the controller's text cannot be compared on this machine; `undefined` where it can. */
export function whyNoGo(): string | undefined {
  if (go('version').error) return 'Go not found';
  const download = go('mod', 'download');
  if (download.status !== 0) return `Go modules not available: ${download.stderr}`;
  const build = go('build', '-o', binary, '.');
  return build.status === 0 ? undefined : `Go does not build it: ${build.stderr}`;
}

/** A string field of the custom resource, and its text. */
export interface Question {
  readonly kind: string;
  readonly text: string;
}

function run(args: readonly string[], input: unknown) {
  const { status, stdout, stderr } = spawnSync(binary, args, {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** What the controller makes of each text. */
export const roundTrips = (
  questions: readonly Question[],
): readonly { readonly text?: string; readonly error?: string }[] => run([], questions);

/** The fields of each struct of the SDK, by reflection. */
export const sdkShapes = (): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  run(['shapes'], null);

/** What Terraform's provider hands to AWS, as the SDK's own rules; it throws on an unknown field. */
export const sdkRules = (rules: unknown): readonly unknown[] => run(['rules'], rules);
