import type { Workspace } from './workspace.ts';

/** A move that was begun in a copy, and the step that was written. */
export interface Begun {
  readonly id: string;
  readonly step: string;
}

/** Runs a generator in the copy, which must succeed, and returns what it printed. */
export function generated({ nx }: Workspace, name: string, ...args: readonly string[]): string {
  const { code, out } = nx(['generate', `@bizflow/generator:${name}`, ...args]);
  if (code !== 0) throw new Error(`${name} ${args.join(' ')}\n${out}`);
  return out;
}

/** Begins a move in the copy, as a person does: with the generator's name and its options. */
export function beginMove(workspace: Workspace, [name = '', ...args]: readonly string[]): Begun {
  const said = generated(workspace, name, ...args);
  return {
    id: /next-step (\S+)$/m.exec(said)?.[1] ?? '',
    step: /^the step (\S+) is written/m.exec(said)?.[1] ?? 'begin',
  };
}

/** What a step waits for, by the team that confirms it. */
const waitsByTeam = (listed: string): ReadonlyMap<string, readonly string[]> => {
  const waits = [...listed.matchAll(/^ {2}([a-z-]+) \(([a-z-]+)\): /gm)];
  const teams = Map.groupBy(waits, ([, , team = '']) => team);
  return new Map([...teams].map(([team, all]) => [team, all.map(([, id = '']) => id)]));
};

/** Each team confirms what is theirs, until the next step is written; `between` renders and commits what one has said. */
export function confirmMove(
  workspace: Workspace,
  id: string,
  between: (team: string) => void,
): string {
  const teams = waitsByTeam(generated(workspace, 'next-step', id));
  const said = [...teams].map(([team, waits], index) => {
    if (index > 0) between(team);
    const seen = [`--confirm=${waits.join(',')}`, `--by=${team}`, '--evidence=none'];
    return generated(workspace, 'next-step', id, ...seen);
  });
  const last = said.at(-1) ?? '';
  const [, step] = /-> (\S+)$/m.exec(last) ?? [];
  if (step === undefined) throw new Error(last);
  return step;
}
