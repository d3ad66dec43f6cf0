import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** A Terraform that runs here, and where its providers come from. */
export interface Terraform {
  readonly binary: string;
  readonly version: string;
  /** The mirror of providers that `TF_PLUGIN_DIR` names; without one `init` asks the registry. */
  readonly mirror: string | undefined;
}

/** The lowest version that keeps a state's lock in S3 itself, without a table (its changelog). */
const lowest = [1, 11] as const;

/** The Terraform of this machine, or the reason why none can be used. */
export const findTerraform = (): Terraform | string => {
  const binary = process.env.BIZFLOW_TERRAFORM || 'terraform';
  const { error, stdout } = spawnSync(binary, ['version', '-json'], {
    encoding: 'utf8',
    env: terraformEnv(),
  });
  if (error !== undefined) return `${binary} does not start: ${error.message}`;
  const version = /"terraform_version":\s*"([^"]+)"/.exec(stdout)?.[1] ?? '';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < lowest[0] || (major === lowest[0] && minor < lowest[1])) {
    return `${binary} is ${version}; the modules need ${lowest.join('.')}`;
  }
  return { binary, version, mirror: process.env.TF_PLUGIN_DIR || undefined };
};

/** The environment of every call: quiet, without questions, and without a person's own settings. */
export const terraformEnv = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => {
  const { TF_CLI_CONFIG_FILE: file, ...rest } = process.env;
  // Terraform warns at each call of a named file that is not there.
  const config = file !== undefined && existsSync(file) ? { TF_CLI_CONFIG_FILE: file } : {};
  return { ...rest, ...config, TF_IN_AUTOMATION: '1', CHECKPOINT_DISABLE: '1', ...more };
};

/** Arguments of `init`: never a backend, and the mirror where there is one. */
export const initArguments = ({ mirror }: Terraform): readonly string[] => [
  'init',
  '-backend=false',
  '-input=false',
  '-no-color',
  ...(mirror === undefined ? [] : [`-plugin-dir=${mirror}`]),
];

/** A copy of a tree in a temporary folder, so that nothing Terraform leaves lies in the work tree. */
export const copyOf = (tree: string): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'bizflow-terraform-'));
  const filter = (source: string): boolean => !basename(source).startsWith('.terraform');
  cpSync(tree, folder, { recursive: true, filter });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
