import type { Workspace } from '@bizflow/testing/workspace';
import { commitAll } from '../regions/commits.ts';

/** Runs a generator in the copy, which must succeed. */
function run({ nx }: Workspace, name: string, ...args: readonly string[]): string {
  const { code, out } = nx(['generate', `@bizflow/generator:${name}`, ...args]);
  if (code !== 0) throw new Error(`${name} ${args.join(' ')}\n${out}`);
  return out;
}

/** Renders, proves and commits, and says how many proofs hold. */
function proved(workspace: Workspace, step: string): void {
  const rendered = run(workspace, 'render');
  const [closing = ''] = /^render: .*$/m.exec(rendered) ?? [];
  const [proofs = ''] = /^prove: .*$/m.exec(run(workspace, 'prove')) ?? [];
  console.log(`  ${step.padEnd(12)} ${closing}; ${proofs}`);
  commitAll(workspace, step);
}

/** What a step waits for, by the team that confirms it. */
const waitsByTeam = (listed: string): ReadonlyMap<string, readonly string[]> => {
  const waits = [...listed.matchAll(/^ {2}([a-z-]+) \(([a-z-]+)\): /gm)];
  const teams = Map.groupBy(waits, ([, , team = '']) => team);
  return new Map([...teams].map(([team, all]) => [team, all.map(([, id = '']) => id)]));
};

/** Each team confirms what is theirs, in a commit of its own, until the next step is written. */
function confirmed(workspace: Workspace, id: string): string {
  const teams = waitsByTeam(run(workspace, 'next-step', id));
  const said = [...teams].map(([team, waits], index) => {
    if (index > 0) {
      run(workspace, 'render');
      commitAll(workspace, `${team} confirms`);
    }
    const seen = [`--confirm=${waits.join(',')}`, `--by=${team}`, '--evidence=none'];
    return run(workspace, 'next-step', id, ...seen);
  });
  const last = said.at(-1) ?? '';
  const [, step] = /-> (\S+)$/m.exec(last) ?? [];
  if (step === undefined) throw new Error(last);
  return step;
}

/** Begins a move in the copy and takes every step of it; at each the render goes through and all proofs hold. */
export function play(workspace: Workspace, [name = '', ...args]: readonly string[]): void {
  console.log([name, ...args].join(' '));
  const begun = run(workspace, name, ...args);
  const id = /next-step (\S+)$/m.exec(begun)?.[1] ?? '';
  for (
    let step = /^the step (\S+) is written/m.exec(begun)?.[1] ?? 'begin';
    ;
    step = confirmed(workspace, id)
  ) {
    proved(workspace, step);
    if (step === 'forget') return;
  }
}
