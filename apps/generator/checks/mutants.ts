import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { AccessReference } from '@bizflow/config/permissions';
import { accessReference } from '../src/access/access-reference.ts';
import { root } from '../src/bundle/bundle-files.ts';
import { git } from '../src/change/git.ts';
import { factsAndNamesIn, hasRules } from '../src/fact-sources/facts-in.ts';
import { instrument } from '../src/fact-sources/instrument.ts';
import { asked } from '../src/fact-sources/rewrite.ts';
import { type Excuses, faultsOf, openOf } from '../src/mutants/excuses.ts';
import { loadersSource } from '../src/mutants/loaders.ts';
import { allMutants, type Mutant, oneMutantEach } from '../src/mutants/mutant.ts';
import { type Part, partOf } from '../src/mutants/part.ts';
import { refusals, summary, survivors } from '../src/mutants/summary.ts';
import { type Outcome, trial } from '../src/mutants/trial.ts';

// `npm run mutants`: renders the fleet with one wrong fact or name at a time, and names each that no rule refuses.
// --since=COMMIT takes those of the subjects that were changed since, --every=N every Nth of the others; --all takes
// every wrong value instead of one of each fact, --refusals=N prints N refusals as people see them.
const excuses: Excuses = JSON.parse(
  readFileSync(join(import.meta.dirname, 'mutants.json'), 'utf8'),
);

interface Work {
  readonly code: string;
  readonly reference: AccessReference;
  readonly mutants: readonly Mutant[];
}

/** Runs the mutants on several threads; the outcomes are in the order of the mutants. */
async function outcomesOf({ mutants, ...work }: Work): Promise<readonly Outcome[]> {
  const threads = Math.min(availableParallelism(), mutants.length);
  const done = await Promise.all(
    Array.from({ length: threads }, (_, part) => {
      const own = mutants.filter((_mutant, index) => index % threads === part);
      return new Promise<readonly Outcome[]>((resolve, reject) => {
        const workerData: Work = { ...work, mutants: own };
        const worker = new Worker(new URL(import.meta.url), { workerData });
        worker.once('message', resolve).once('error', reject);
      });
    }),
  );
  return mutants.flatMap((_, index) => done[index % threads]?.[Math.floor(index / threads)] ?? []);
}

function partNamed(every: string | undefined, since: string | undefined): Part {
  if (since === undefined) return { every: Number(every ?? 1), changed: [] };
  const changed = git(root, 'diff', '--name-only', since);
  if (changed === undefined) throw new RangeError(`--since=${since} names no commit`);
  return { every: every === undefined ? null : Number(every), changed: changed.split('\n') };
}

async function main(args: readonly string[]): Promise<void> {
  const option = (name: string): string | undefined =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const { code, facts } = await instrument('mutants/program.ts', {
    holdsFacts: hasRules,
    factsIn: factsAndNamesIn,
    rewrite: asked,
    instead: { 'apps/generator/src/mutants/loaders.ts': loadersSource() },
  });
  const all = args.includes('--all') ? allMutants(facts) : oneMutantEach(facts);
  const mutants = partOf(all, partNamed(option('every'), option('since')));
  const outcomes = await outcomesOf({ code, reference: await accessReference(), mutants });
  const open = openOf(outcomes, excuses);
  for (const line of survivors(open)) console.log(line);
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  for (const line of refusals(outcomes, Number(option('refusals') ?? 0), read)) console.log(line);
  console.log(summary(facts, outcomes, open, excuses));
  const faults = faultsOf(outcomes, open, excuses, mutants.length === all.length);
  for (const line of faults) console.error(`mutants: ${line}`);
  if (faults.length > 0) process.exitCode = 1;
}

if (isMainThread) await main(process.argv.slice(2));
else {
  const { code, reference, mutants } = workerData as Work;
  const tried = await trial(code, root, reference);
  const outcomes: Outcome[] = [];
  for (const mutant of mutants) outcomes.push(await tried(mutant));
  parentPort?.postMessage(outcomes);
}
