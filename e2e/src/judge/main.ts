import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { json } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { clusterIn } from '@bizflow/config/testing';
import { E2eError } from '../harness/e2e-error.ts';
import { buildTools, tool } from '../harness/tools.ts';
import { type Plan, planOf } from './plan.ts';
import { type Ends, type Scenario, scenarios } from './scenarios.ts';

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof E2eError)) throw error;
  console.error(`judge: ${error.message}`);
  return 2;
});

/** Plays releases by the rendered judge, prints how they ended, and fails where that is not as wanted. */
async function main(): Promise<number> {
  const releases = asked();
  await buildTools(['judge'], console.log);
  const plans = {
    production: planOf(clusterIn('production').id),
    staging: planOf(clusterIn('staging').id),
  };
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
      results.push(report(one, await play(plans[one.environment], one, releases), releases));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  const failed = results.filter((fine) => !fine).length;
  console.log(`\n${results.length - failed} scenarios as wanted, ${failed} not`);
  return failed === 0 ? 0 : 1;
}

/** How many releases a line is to have. */
function asked(): number {
  try {
    const { values } = parseArgs({ options: { releases: { type: 'string', default: '100' } } });
    const releases = Number(values.releases);
    if (Number.isInteger(releases) && releases > 0) return releases;
  } catch (error) {
    throw new E2eError((error as Error).message);
  }
  throw new E2eError('--releases must be a whole number above 0');
}

interface Line {
  readonly Aborted: readonly number[];
  readonly Paused: readonly number[];
  readonly Errors: readonly number[];
  readonly Released: number;
}

async function play(plan: Plan, scenario: Scenario, releases: number): Promise<Ends> {
  const { perSecond, errorRatio, labelSets, restarts = 0 } = scenario;
  const traffic = { PerSecond: perSecond, ErrorRatio: errorRatio, LabelSets: labelSets };
  const played = { ...traffic, Restarts: restarts, Seeds: releases };
  const child = spawn(tool('judge'), { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ ...plan, Scenarios: [played] }));
  const line = (await json(child.stdout)) as Line;
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
