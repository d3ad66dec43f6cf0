import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ControlPlane, controlPlane } from './harness/control-plane.ts';
import { cache } from './harness/places.ts';
import type { Run } from './harness/run.ts';
import type { Line } from './report.ts';
import type { Bench, Suite } from './suite.ts';

/** Where the logs of the last suite that failed are kept. */
export const logs = join(cache, 'logs');

/** One run's suites, one after another. */
export interface Session {
  play(suite: Suite): Promise<Line>;
  /** The control plane that was used last, still up. */
  last(): ControlPlane | undefined;
}

/** Opens a session over one etcd. */
export function session(
  run: Run,
  etcd: string,
  { definitions, clusters }: Pick<Bench, 'definitions' | 'clusters'>,
): Session {
  let plane: ControlPlane | undefined;
  const cluster: Bench['cluster'] = async (name, work, flags) => {
    await plane?.stop();
    plane = await controlPlane(run, etcd, name, flags);
    await plane.watch(work(plane));
  };
  const beside: Bench['beside'] = async (name, work, flags) => {
    const further = await controlPlane(run, etcd, name, flags);
    await further.watch(work(further)).finally(() => further.stop());
  };
  return {
    last: () => plane,
    play: async (suite) => {
      const start = performance.now();
      const seconds = () => (performance.now() - start) / 1000;
      const tally = { objects: 0, holds: 0, fails: 0 };
      const holds = (sentence: string, against: readonly string[]) => {
        if (run.isOver()) return;
        tally[against.length === 0 ? 'holds' : 'fails'] += 1;
        const mark = against.length === 0 ? '  ok' : 'FAIL';
        console.log(`${mark} ${seconds().toFixed(1).padStart(7)} s  ${sentence}`);
        for (const line of against) console.log(`      - ${line}`);
      };
      const count = (objects: number) => {
        tally.objects += objects;
      };
      console.log(`\n${suite.name}: ${suite.proves}`);
      await suite
        .run({ definitions, clusters, cluster, beside, holds, count })
        .catch((error: unknown) => holds('the suite comes to its end', [words(error)]));
      if (tally.fails > 0) keepLogs(run);
      return { suite: suite.name, ...tally, seconds: seconds() };
    },
  };
}

// E2eError is for people to read; anything else is a mistake of ours, and wants its stack.
const words = (error: unknown): string =>
  error instanceof Error && error.name !== 'E2eError' ? (error.stack ?? '') : String(error);

function keepLogs({ folder }: Run): void {
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.log')) cpSync(join(folder, path), join(logs, path));
  }
}
