import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { AccessReference } from '@bizflow/config/permissions';
import { accessReference } from '../src/access/access-reference.ts';
import { root } from '../src/bundle/bundle-files.ts';
import { factModules, instrument } from '../src/fact-sources/instrument.ts';
import { asked } from '../src/fact-sources/rewrite.ts';
import {
  allMutants,
  type Mutant,
  type Outcome,
  oneMutantEach,
  trial,
} from '../src/mutants/outcomes.ts';
import { byFile, differences, openOf, type Ratchet } from '../src/mutants/ratchet.ts';
import { summary, survivors } from '../src/mutants/summary.ts';

// `npm run mutants`: renders the fleet with one wrong fact at a time, and names the wrong facts that no rule refuses.
// One mutant of each fact; --all takes all of them, --every=N a part, --write the new numbers.
const ratchetFile = join(import.meta.dirname, 'mutants.json');
const threads = 2;

/** Runs the mutants on several threads; the outcomes are in the order of the mutants. */
async function outcomesOf(
  code: string,
  reference: AccessReference,
  mutants: readonly Mutant[],
): Promise<readonly Outcome[]> {
  const parts = Array.from({ length: threads }, (_, part) =>
    mutants.filter((_mutant, index) => index % threads === part),
  );
  const done = await Promise.all(
    parts.map(
      (part) =>
        new Promise<readonly Outcome[]>((resolve, reject) => {
          const worker = new Worker(new URL(import.meta.url), {
            workerData: { code, reference, part },
          });
          worker.once('message', resolve).once('error', reject);
        }),
    ),
  );
  return done.flat().toSorted((one, other) => one.fact.number - other.fact.number);
}

async function main(args: readonly string[]): Promise<void> {
  const every = Number(args.find((arg) => arg.startsWith('--every='))?.slice(8) ?? 1);
  const { code, facts } = await instrument('mutants/judge.ts', {
    holdsFacts: factModules,
    rewrite: asked,
    instead: {},
  });
  const mutants = (args.includes('--all') ? allMutants(facts) : oneMutantEach(facts)).filter(
    (_, index) => index % every === 0,
  );
  const outcomes = await outcomesOf(code, await accessReference(), mutants);
  const ratchet: Ratchet = JSON.parse(readFileSync(ratchetFile, 'utf8'));
  const open = openOf(outcomes, ratchet);
  for (const line of survivors(open)) console.log(line);
  console.log(summary(facts.length, outcomes, open, ratchet));
  if (args.includes('--all')) return;
  if (args.includes('--write')) {
    writeFileSync(ratchetFile, `${JSON.stringify({ ...ratchet, open: byFile(open) }, null, 2)}\n`);
    return;
  }
  const wrong = differences(open, ratchet.open, every === 1);
  for (const line of wrong) console.error(`mutants: ${line}`);
  if (wrong.length > 0) process.exitCode = 1;
}

if (isMainThread) await main(process.argv.slice(2));
else {
  const { code, reference, part } = workerData as {
    code: string;
    reference: AccessReference;
    part: readonly Mutant[];
  };
  parentPort?.postMessage(part.map(trial(code, root, reference)));
}
