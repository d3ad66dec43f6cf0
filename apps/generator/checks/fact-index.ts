import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { root, writeWhole } from '../src/bundle/bundle-files.ts';
import type { Effects } from '../src/explain/effects.ts';
import { indexFile } from '../src/explain/index-file.ts';
import { type Explained, explained, indexOf } from '../src/explain/make-index.ts';
import { effectsOfShare } from '../src/explain/shares.ts';

// `npx nx fact-index generator`: renders the fleet with one fact changed at a time, past every rule, and writes
// which lines each fact decides. `explain` reads it.
const threads = 2;

const effectsBy = (program: Explained, share: number) =>
  new Promise<ReturnType<typeof effectsOfShare>>((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: { program, share },
      // Trials leave much behind that is collected late.
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    worker.once('message', resolve).once('error', reject);
  });

async function main(): Promise<void> {
  const program = await explained();
  const shares = await Promise.all(
    Array.from({ length: threads }, (_, share) => effectsBy(program, share)),
  );
  const effects = new Map<number, Effects>(shares.flat());
  const index = indexOf(program, effects);
  mkdirSync(dirname(join(root, indexFile)), { recursive: true });
  writeWhole(join(root, indexFile), JSON.stringify(index));
  const idle = index.facts.filter(({ decides }) => Object.keys(decides).length === 0).length;
  console.log(
    `fact-index: ${index.facts.length} facts, ${idle} decide nothing that is rendered; ${index.files.length} files`,
  );
}

if (isMainThread) await main();
else {
  const { program, share } = workerData as { program: Explained; share: number };
  parentPort?.postMessage(effectsOfShare(program, share, threads));
}
