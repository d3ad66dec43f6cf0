/** Prints a line, and waits until all of it is out: Nx ends the process, and a slow pipe loses what is left. */
export const print = (line: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(`${line}\n`, () => resolve());
  });
