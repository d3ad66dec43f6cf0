import { setTimeout as pause } from 'node:timers/promises';
import { clusterFolders } from './fleet/folders.ts';
import { kubeConfigFile } from './harness/credentials.ts';
import { definitions } from './harness/definitions.ts';
import { E2eError } from './harness/e2e-error.ts';
import { etcd } from './harness/etcd.ts';
import { openRun, type Run } from './harness/run.ts';
import { sweepOldRuns } from './harness/sweep.ts';
import { buildTools, clusterTools } from './harness/tools.ts';
import { type Options, options } from './options.ts';
import { type Line, table } from './report.ts';
import { logs, session } from './session.ts';
import type { Bench } from './suite.ts';
import { suites } from './suites.ts';

// `npm run e2e`: the rendered fleet on a real control plane. The exit code is 1 when something does
// not hold, 2 when it cannot run here, 130 when it was cut short.
const names = suites.map(({ name }) => name);
const onRequest = suites.filter((suite) => suite.onRequest).map(({ name }) => name);

async function main(): Promise<number> {
  const folders = clusterFolders();
  const clusters = folders.map(({ id }) => id);
  const asked = options(process.argv.slice(2), { suites: names, onRequest, clusters });
  const left = onRequest.filter((name) => !asked.only.includes(name));
  if (left.length > 0) console.log(`not asked for: --only=${left.join(',')}`);
  const wanted = suites.filter(({ name }) => asked.only.includes(name));
  const missing = wanted.map((suite) => suite.missing()).find((why) => why !== '');
  if (missing !== undefined) throw new E2eError(missing);
  for (const old of await sweepOldRuns()) console.log(`cleared up after run ${old}`);
  const bench = {
    definitions: await definitions(),
    clusters: folders.filter(({ id }) => asked.clusters.includes(id)),
  };
  const tools = wanted.flatMap((suite) => suite.tools ?? []);
  await buildTools([...new Set([...clusterTools, ...tools])], console.log);
  const run = openRun();
  endEarly(run);
  try {
    return await play(asked, run, await etcd(run), bench);
  } finally {
    await run.stop();
  }
}

async function play(
  { only, keep }: Options,
  run: Run,
  store: string,
  bench: Pick<Bench, 'definitions' | 'clusters'>,
): Promise<number> {
  const { play, last } = session(run, store, bench);
  const lines: Line[] = [];
  for (const suite of suites.filter(({ name }) => only.includes(name))) {
    lines.push(await play(suite));
    if (run.isOver()) return 130;
  }
  console.log(`\n${table(lines)}`);
  const failed = lines.some(({ fails }) => fails > 0);
  if (failed) console.log(`\nlogs: ${logs}`);
  const plane = last();
  if (keep && plane !== undefined) {
    console.log(`\nexport KUBECONFIG=${kubeConfigFile(plane.server.folder)}\nup until Ctrl-C`);
    for (;;) await plane.watch(pause(60_000));
  }
  return failed ? 1 : 0;
}

// Ctrl-C and a closed terminal end everything in order. So does the end of the npm in front, which
// may be killed without a word: then this process has another parent.
function endEarly(run: Run): void {
  const end = () => {
    if (run.isOver()) return;
    process.on('uncaughtException', () => {});
    void run.stop().then(() => process.exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), 1000).unref();
}

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof E2eError)) throw error;
  console.error(`e2e: ${error.message}`);
  return 2;
});
