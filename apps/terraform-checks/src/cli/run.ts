import { spawn } from 'node:child_process';

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number;
  /** Both outputs, in the order in which they came. */
  readonly text: string;
  readonly seconds: number;
}

/** Where and with which environment a command runs. */
export interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Runs a command to its end. One that does not start ends with 127, as in a shell. */
export const run = (command: string, args: readonly string[], place: Place): Promise<Ended> =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, { ...place, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    const end = (code: number, more = ''): void =>
      resolve({
        code,
        text: Buffer.concat(said).toString('utf8') + more,
        seconds: (performance.now() - started) / 1000,
      });
    child.once('error', (error) => end(127, error.message));
    child.once('close', (code) => end(code ?? 1));
  });

/** Does one thing for each, at most so many at a time, and keeps their order. */
export async function eachOf<Item, Result>(
  items: readonly Item[],
  atATime: number,
  act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      results[next[0]] = await act(next[1]);
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return results;
}
