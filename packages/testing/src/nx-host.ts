import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { repository } from './repository.ts';

/** A command for the host: `nx`'s arguments, and variables for it alone. */
export interface Request {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The exit code of `nx`, and all that it printed. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
}

/** One process that runs `nx` for a workspace, command after command; it starts with the first. */
export interface NxHost {
  run(request: Request): Promise<Outcome>;
  /** Starts it now: it removes its folder when this process ends without `stop`. */
  start(): void;
  stop(): void;
}

/** A host in a temporary folder, with the variables of every command. */
export function nxHost(cwd: string, env: NodeJS.ProcessEnv): NxHost {
  const script = join(repository, 'packages/testing/scripts/nx-host.ts');
  const forked = () =>
    fork(script, [], { cwd, env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let child: ChildProcess | undefined;
  return {
    run: (request) => {
      child ??= forked();
      return answer(child, request);
    },
    start: () => {
      child ??= forked();
      child.unref();
      child.channel?.unref();
    },
    stop: () => void child?.kill('SIGKILL'),
  };
}

const answer = (child: ChildProcess, request: Request) =>
  new Promise<Outcome>((resolve, reject) => {
    const died = (code: number | null) => reject(new Error(`the host of nx ended with ${code}`));
    child.once('exit', died);
    child.once('message', (outcome: Outcome) => {
      child.off('exit', died);
      resolve(outcome);
    });
    child.send(request);
  });
