import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The folder of the pipeline's commands. */
export const commandsFolder = join(import.meta.dirname, '../../commands');

/** How a command ended, and all it said. */
export interface Ended {
  readonly code: number;
  readonly out: string;
}

interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Runs a command of the pipeline as CodeBuild would: a real process with its own environment. */
export function run(
  command: string,
  args: readonly string[],
  { cwd = process.cwd(), env = {} }: Surroundings = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const path = command.includes('/') ? command : join(commandsFolder, command);
    const { NODE_OPTIONS: _, NODE_TEST_CONTEXT: __, ...own } = process.env;
    const child = spawn(path, args, { cwd, env: { ...own, ...env } });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 128, out }));
  });
}
