import { spawn } from '@lydell/node-pty';

/** A program in a terminal: a test reads its screen and types. */
export interface Terminal {
  /** Waits until the text is printed after what was seen before. */
  sees(text: string): Promise<void>;
  /** Types the text; `\r` is Enter, `\x03` is Ctrl-C. */
  types(text: string): void;
  /** Waits for the end: the exit code (128 and more: a signal) and all that was printed. */
  readonly end: Promise<{ readonly code: number; readonly out: string }>;
}

/** Starts a program in a real pseudo-terminal of 120 columns. */
export function terminal(
  file: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Terminal {
  const child = spawn(file, [...args], { cols: 120, rows: 40, cwd, env });
  let out = '';
  let seen = 0;
  let look = () => {};
  let isOver = false;
  child.onData((data) => {
    out += data;
    look();
  });
  const end = new Promise<{ code: number; out: string }>((resolve) => {
    child.onExit(({ exitCode, signal }) => {
      isOver = true;
      look();
      resolve({ code: signal ? 128 + signal : exitCode, out });
    });
  });
  return {
    sees: (text) =>
      new Promise((resolve, reject) => {
        look = () => {
          const at = out.indexOf(text, seen);
          if (at >= 0) {
            seen = at + text.length;
            resolve();
          } else if (isOver) reject(new Error(`the program ended without "${text}":\n${out}`));
        };
        look();
      }),
    types: (text) => child.write(text),
    end,
  };
}
