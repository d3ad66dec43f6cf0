import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clusterIn } from '@bizflow/config/testing';
import { cache, toolModules } from '../harness/places.ts';
import { planOf } from './plan.ts';
import { type Ends, type Scenario, scenarios } from './scenarios.ts';

const program = join(cache, 'bin', 'judge');

process.exitCode = await main();

/** Plays releases by the rendered judge, prints how they ended, and fails where that is not as wanted. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { releases: { type: 'string', default: '100' } } });
  const releases = Number(values.releases);
  if (!Number.isInteger(releases) || releases < 1) {
    console.error('--releases must be a whole number above 0');
    return 2;
  }
  const built = build();
  if (built !== undefined) {
    console.error(built);
    return 1;
  }
  console.log(
    `${releases} releases of api for each line, by Prometheus' engine and Argo Rollouts' analysis\n`,
  );
  console.log(
    'environment  requests/s  errors  routes  restarts/min  wanted               of 100  by hold',
  );
  const waiting = [...scenarios];
  const results: boolean[] = [];
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      results.push(report(one, await play(one, releases), releases));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  const failed = results.filter((fine) => !fine).length;
  console.log(`\n${results.length - failed} scenarios as wanted, ${failed} not`);
  return failed === 0 ? 0 : 1;
}

/** Builds the program, and says what is wrong when it cannot be built. */
function build(): string | undefined {
  mkdirSync(join(cache, 'bin'), { recursive: true });
  const { error, status, stderr } = spawnSync('go', ['build', '-trimpath', '-o', program, '.'], {
    cwd: join(toolModules, 'judge'),
    env: { ...process.env, CGO_ENABLED: '0', GOTOOLCHAIN: 'auto', GOWORK: 'off' },
    encoding: 'utf8',
  });
  if (error !== undefined)
    return 'Go is not installed: install Go 1.24 or newer from https://go.dev/dl';
  return status === 0 ? undefined : `go build of e2e/tools/judge failed:\n${stderr}`;
}

interface Line {
  readonly Aborted: readonly number[];
  readonly Paused: readonly number[];
  readonly Errors: readonly number[];
  readonly Released: number;
}

async function play(scenario: Scenario, releases: number): Promise<Ends> {
  const { environment, perSecond, errorRatio, labelSets, restarts = 0 } = scenario;
  const traffic = { PerSecond: perSecond, ErrorRatio: errorRatio, LabelSets: labelSets };
  const played = { ...traffic, Restarts: restarts, Seeds: releases };
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ ...planOf(clusterIn(environment).id), Scenarios: [played] }));
  const text: Buffer[] = [];
  for await (const chunk of child.stdout) text.push(chunk as Buffer);
  const line = JSON.parse(Buffer.concat(text).toString()) as Line;
  return { aborted: line.Aborted, paused: line.Paused, released: line.Released };
}

function report(scenario: Scenario, ends: Ends, releases: number): boolean {
  const { environment, perSecond, errorRatio, labelSets, restarts = 0, wanted } = scenario;
  const share = (100 * scenario.asWanted(ends)) / releases;
  const fine = share >= scenario.atLeast;
  const columns = [
    environment.padEnd(12),
    String(perSecond).padStart(10),
    `${errorRatio * 100} %`.padStart(7),
    String(labelSets).padStart(7),
    String(restarts).padStart(13),
    ` ${wanted.padEnd(20)}`,
    share.toFixed(0).padStart(6),
    ` aborted ${ends.aborted.join('/')}, paused ${ends.paused.join('/')}, released ${ends.released}`,
  ];
  console.log(
    `${columns.join(' ')}${fine ? '' : `  FAILED: at least ${scenario.atLeast} are wanted`}`,
  );
  return fine;
}
