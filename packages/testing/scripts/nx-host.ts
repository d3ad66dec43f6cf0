import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Outcome, Request } from '../src/nx-host.ts';
import { repository } from '../src/repository.ts';

// Runs generators and `sync:check` of the workspace in the current folder, one after the other, with Nx's own
// parser, prompts and writer. A process of its own for each would load Nx again, which takes longer than a render.

const nx = createRequire(join(repository, 'node_modules/nx/package.json'));
const { loadRootEnvFiles } = nx('nx/src/utils/dotenv');
const { setupWorkspaceContext } = nx('nx/src/utils/workspace-context');
const { yargsGenerateCommand: generate } = nx('nx/src/command-line/generate/command-object');
const { yargsSyncCheckCommand: check } = nx('nx/src/command-line/sync/command-object');
const { parserConfiguration } = nx('nx/src/command-line/nx-commands');

loadRootEnvFiles(process.cwd());
setupWorkspaceContext(process.cwd());
const inherited = { ...process.env };
const onExit = process.listeners('exit');

/** What `process.exit` throws here. */
class Ended extends Error {}

// The tests that used this copy are over, or were ended: it goes with them.
const home = process.cwd();
const { exit } = process;
process.on('disconnect', () => {
  rmSync(home, { recursive: true, force: true });
  exit();
});

process.on('message', async ({ args, env }: Request) => {
  process.send?.(await outcome(args, { ...inherited, ...env }));
});

async function outcome(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  let out = '';
  let ended: number | undefined;
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  for (const stream of streams) {
    stream.write = (text: string | Uint8Array, ...rest: unknown[]) => {
      if (ended === undefined) out += text;
      const done = rest.at(-1);
      if (typeof done === 'function') done();
      return true;
    };
  }
  process.exit = (code) => {
    ended ??= Number(code ?? 0);
    throw new Ended();
  };
  process.env = env;
  process.argv = [process.execPath, 'nx', ...args];
  const code = await run(args).catch(() => 1);
  for (const [index, stream] of streams.entries()) Object.assign(stream, { write: writes[index] });
  // A bundle keeps its compiled code when a process ends; nothing here lives as long.
  for (const listener of process.listeners('exit')) {
    if (!onExit.includes(listener)) process.off('exit', listener);
  }
  return { code: ended ?? code, out };
}

/** Parses as `nx` does, and returns the exit code. */
async function run(args: readonly string[]): Promise<number> {
  const { generate: generating } = nx('nx/src/command-line/generate/generate');
  const { syncHandler: checking } = nx('nx/src/command-line/sync/sync');
  let code: Promise<number> = Promise.resolve(1);
  await nx('yargs/yargs')(args)
    .parserConfiguration(parserConfiguration)
    .exitProcess(false)
    .command({
      ...generate,
      handler: (parsed: { _: string[] }) => {
        code = generating({ ...parsed, _: parsed._.slice(1) });
      },
    })
    .command({
      ...check,
      handler: (parsed: object) => {
        code = checking({ ...parsed, check: true });
      },
    })
    .demandCommand(1)
    .parseAsync();
  return code;
}
