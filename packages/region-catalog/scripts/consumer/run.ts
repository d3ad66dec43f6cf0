import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../../../../node_modules/', import.meta.url));

// Without NODE_OPTIONS, or a `--conditions` in it would read the source after all.
const { NODE_OPTIONS: _, ...env } = process.env;

/** Runs a script in a folder; what it printed is the message of the error when it fails. */
export function node(cwd: string, script: string, ...args: readonly string[]): string {
  try {
    const argv = [script, ...args];
    return execFileSync(process.execPath, argv, { cwd, env, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout = '', stderr = '' } = Object(error) as { stdout?: string; stderr?: string };
    throw new Error(`${stdout}${stderr}`.trim() || String(error));
  }
}

/** The script of a tool that this repository has installed. */
export const tool = (path: string): string => join(modules, path);

/** Runs the npm that runs this script. */
export function npm(cwd: string, ...args: readonly string[]): string {
  const cli = process.env.npm_execpath;
  if (cli === undefined) throw new Error('start this with `npm run consumer`, or with `npx node`');
  return node(cwd, cli.replace(/npx-cli\.js$/, 'npm-cli.js'), ...args);
}
