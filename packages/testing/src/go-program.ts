import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheFolder } from './repository.ts';

/** A small Go program that answers JSON with JSON, so that a test can ask upstream's own code. */
export interface GoProgram {
  /** Builds it. Says why it cannot run on this machine; `undefined` where it can. */
  readonly missing: () => string | undefined;
  /** Its answer to one input. Fails with the program's own words. */
  readonly ask: (args: readonly string[], input: unknown) => unknown;
}

/** The program of a folder with a `go.mod`. */
export const goProgram = (source: string): GoProgram => {
  const binary = join(cacheFolder, basename(source));
  const go = (...args: string[]) => spawnSync('go', args, { cwd: source, encoding: 'utf8' });
  return {
    missing: () => {
      if (go('version').error) return 'Go not found';
      const download = go('mod', 'download');
      if (download.status !== 0) return `Go modules not available: ${download.stderr}`;
      // Under another name first: another run of the tests may be asking the same program right now.
      const fresh = `${binary}.${process.pid}`;
      const build = go('build', '-o', fresh, '.');
      if (build.status !== 0) return `Go does not build ${source}: ${build.stderr}`;
      renameSync(fresh, binary);
      return undefined;
    },
    ask: (args, input) => {
      const { status, stdout, stderr } = spawnSync(binary, args, {
        input: JSON.stringify(input),
        encoding: 'utf8',
        maxBuffer: 2 ** 30,
      });
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout);
    },
  };
};
