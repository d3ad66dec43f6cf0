import { type Environment, environments, type Fleet } from '@bizflow/config';
import { everyFact } from '@bizflow/config/facts';
import { catalog, exceptions, regulations } from '@bizflow/region-catalog';
import { destroyed, moves, writtenExceptions } from '@bizflow/region-catalog/moves';
import { sources } from '../catalog-sources.ts';
import { factFiles } from '../shapes/named-fact-rules.ts';

/** A part of a constant, by the steps that lead to it, and what the constant is. */
export interface Constant {
  readonly file: string;
  readonly constant: string;
  readonly steps: readonly string[];
  readonly value: unknown;
}

/** The facts whose problems are placed. */
export type Live = Pick<
  Fleet,
  'catalog' | 'destroyed' | 'environments' | 'exceptions' | 'moves' | 'writtenExceptions'
>;

/** The facts of this program. */
export const loaded: Live = {
  ...{ catalog, destroyed, exceptions, moves, writtenExceptions },
  environments: Object.values(environments),
};

/** Constants that paths begin with by another name than the one of their subject, or that no schema has. */
const rootsOf = (live: Live): Readonly<Record<string, Omit<Constant, 'steps'> | undefined>> => {
  const { writtenExceptions: written, moves: own, destroyed: gone } = live;
  const sheets = root(`${sources}/sheets.ts`, 'sheets', live.catalog);
  return {
    ...{ catalog: sheets, sheets, assigned: named('assigned.assignedValues', []) },
    regulations: root(`${sources}/regulations.ts`, 'regulations', regulations),
    writtenExceptions: root(`${sources}/exceptions.ts`, 'writtenExceptions', written),
    moves: root(`${sources}/moves/moves.ts`, 'moves', own),
    destroyed: root(`${sources}/moves/destroyed.ts`, 'destroyed', gone),
    repository: root('packages/config/src/environments/repository.ts', 'repository', ''),
  };
};

const root = (file: string, constant: string, value: unknown) => ({ file, constant, value });

/** The constant that a path begins with; `undefined` where no fact has such a path. */
export function constantOf(at: string, live: Live): Constant | undefined {
  // The catalog is a subject too, and these have paths of their own.
  const path = settled(at.replace(/^catalog\.(?=(catalog|exceptions|regulations)\b)/, ''), live);
  // What has a slash outside a key is a file already, or a place.
  if (path.replace(/\['[^']*'\]/g, '').includes('/')) return undefined;
  const [first = '', second = '', ...rest] = stepsIn(path);
  const after = second === '' ? rest : [second, ...rest];
  const rooted = (root: string, steps: readonly string[]): Constant | undefined => {
    const found = rootsOf(live)[root];
    return found && { ...found, steps };
  };
  if (Object.hasOwn(live.catalog, first)) return rooted('sheets', [first, ...after]);
  const alike = Object.keys(factFiles).filter(
    (key) => key.endsWith(`.${first}`) || key.startsWith(`${first}.`),
  );
  return (
    named(`${first}.${second}`, rest) ??
    named(`${first}.${first}`, after) ??
    (Object.hasOwn(rootsOf(live), first) ? rooted(first, after) : undefined) ??
    (alike.length === 1 ? named(alike[0] ?? '', after) : undefined)
  );
}

const named = (key: string, steps: readonly string[]): Constant | undefined => {
  const [subject = '', constant = ''] = key.split('.');
  const file = factFiles[key];
  const value: unknown = Reflect.get(Reflect.get(everyFact, subject) ?? {}, constant);
  return file === undefined ? undefined : { file, constant, steps, value };
};

/** A path by the constant in which the fact is written. */
function settled(at: string, live: Live): string {
  const [, move, ofIt = ''] = /^moves[.[]([^,.\]]+)\]?(.*)$/.exec(at) ?? [];
  if (move !== undefined) return ofMove(at, move, ofIt, live);
  const [, environment = '', region = '', part = ''] =
    /^([a-z]+)\/([a-z0-9-]+)\.(.+)$/.exec(at) ?? [];
  const own = live.environments.find(({ name }) => name === environment);
  if (own !== undefined) return ofSite(own, region, part);
  // What an environment has beside its sites is of its foundation.
  if (live.environments.some(({ name }) => at.startsWith(`${name}.`))) return `foundations.${at}`;
  const [, index, rest = ''] = /^exceptions\[(\d+)\](.*)$/.exec(at) ?? [];
  return index === undefined ? at : ofException(Number(index), rest, live);
}

/** The path of what a move has, which is written when it has begun; a whole move is in its own file. */
function ofMove(at: string, move: string, part: string, { moves: all }: Live): string {
  if (Object.hasOwn(everyFact.moves, move)) return at;
  if (!all.some(({ id }, index) => id === move || String(index) === move)) return '';
  return part === '' || part.startsWith(', step ') ? `moves.${move}.id` : at;
}

/** The path of what a cluster has: in the sites of its environment, or in the sheet of its region. */
function ofSite({ name, sites }: Environment, region: string, part: string): string {
  const index = sites === 'catalog' ? -1 : sites.findIndex((site) => site.region === region);
  return index >= 0 && part.startsWith('network')
    ? `environments.${name}.sites[${index}].${part}`
    : `${region}.${part}`;
}

/** An exception by its number among the written ones, or in its move: those that are needed now are fewer. */
function ofException(index: number, rest: string, live: Live): string {
  const one = live.exceptions[index];
  const isOne = ({ flow, from, to, basis }: Live['exceptions'][number]): boolean =>
    flow === one?.flow && from === one.from && to === one.to && basis === one.basis;
  const own = live.writtenExceptions.findIndex(isOne);
  if (own >= 0) return `writtenExceptions[${own}]${rest}`;
  const move = live.moves.findIndex((each) => each.exceptions.some(isOne));
  const place = live.moves[move]?.exceptions.findIndex(isOne);
  return move < 0 ? '' : `moves[${move}].exceptions[${place}]${rest}`;
}

/** `tracing.sampling.steps[0]` and `environments['a b']` by their steps. */
const stepsIn = (at: string): readonly string[] =>
  [...at.matchAll(/\['([^']*)'\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, quoted, index, name]) => quoted ?? index ?? name ?? '',
  );
