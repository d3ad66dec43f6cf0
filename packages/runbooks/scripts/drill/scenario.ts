import { shorten } from '@bizflow/kernel';
import type { Run } from './run.ts';
import type { Stage } from './stage.ts';

const looks =
  /^(?:curl|kubectl .* get) |^\w+ (?:describe|list|get|head)-|^eks update-kubeconfig|^terraform .* init /;

/** The calls that change something outside the person's own machine. */
export const changing = ({ calls }: Run): readonly string[] =>
  calls.map(({ words }) => words).filter((words) => !looks.test(words));

/** Plays one scenario on an empty emulator, and prints what it shows. */
export type Play = (
  name: string,
  stage: () => Stage,
  run: (scene: Stage) => Promise<string>,
) => Promise<void>;

/** {@link Play} on the emulator at this address. */
export const scenarios =
  (endpoint: string): Play =>
  async (name, stage, run) => {
    const start = performance.now();
    await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
    const scene = stage();
    try {
      const evidence = await run(scene);
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      console.log(`ok    ${name} (${seconds} s)\n      ${evidence}`);
    } finally {
      scene.close();
    }
  };

/**
 * Each step of a script with what played it. A step counts as rehearsed only where the emulator answered every
 * call; a stand-in answers after AWS's own model has taken the request, and a stub only shows that the script goes on.
 */
export function report(name: string, { calls, output }: Run): void {
  console.log(`\n${name}: step of the script, and what played it`);
  for (const [, step = '', title = ''] of output.matchAll(/Z {2}(\d+)\. (.*)/g)) {
    const own = calls.filter((call) => call.step === Number(step));
    const played = ['stub', 'stand-in', 'emulator'].find((one) => own.some(({ by }) => by === one));
    console.log(`${step.padStart(3)}. ${title.padEnd(72)} ${played ?? 'unproven'}`);
    for (const { by, words } of own.filter(({ words }) => !looks.test(words)))
      console.log(`       ${by.padEnd(8)} ${shorten(words, 90)}`);
  }
}
