import { type EnvironmentName, environments } from '@bizflow/config';
import { everyFact } from '@bizflow/config/facts';
import type { Problem } from '@bizflow/kernel';
import { catalog, exceptions, neighbours, regulations } from '@bizflow/region-catalog';
import { writtenExceptions } from '@bizflow/region-catalog/moves';
import { factFiles } from '../shapes/named-fact-rules.ts';
import { sourceOf } from './source-of.ts';
import type { ReadSource } from './written-at.ts';

/** Problems of facts that only say their path, with file and line before it: where a person corrects them. */
export const placedProblems = (
  problems: readonly Problem[],
  read: ReadSource,
): readonly Problem[] => {
  const source = sourceOf(read);
  return problems.map((problem) => {
    const found = constantOf(problem.at);
    if (found === undefined) return problem;
    const { file, constant, steps, value } = found;
    return { ...problem, at: `${source(file, constant, numbered(steps, value))} ${problem.at}` };
  });
};

interface Constant {
  readonly file: string;
  readonly constant: string;
  readonly steps: readonly string[];
  readonly value: unknown;
}

const ofCatalog = 'packages/region-catalog/src';

/** The constant that a path begins with: of a subject and a name, of a name alone, of the catalog, or of a cluster. */
function constantOf(at: string): Constant | undefined {
  const [, environment = '', region = '', part = ''] =
    /^([a-z]+)\/([a-z0-9-]+)\.(.+)$/.exec(at) ?? [];
  if (part !== '' && Object.hasOwn(environments, environment)) {
    return constantOf(ofSite(environment as EnvironmentName, region, part));
  }
  // What has a slash outside a key is a file already, or a place.
  if (at.replace(/\['[^']*'\]/g, '').includes('/')) return undefined;
  const [first = '', second = '', ...rest] = stepsIn(at);
  const named = (key: string, steps: readonly string[]): Constant | undefined => {
    const [subject = '', constant = ''] = key.split('.');
    const file = factFiles[key];
    const value: unknown = Reflect.get(Reflect.get(everyFact, subject) ?? {}, constant);
    return file === undefined ? undefined : { file, constant, steps, value };
  };
  const after = second === '' ? rest : [second, ...rest];
  const alike = Object.keys(factFiles).filter(
    (key) => key.endsWith(`.${first}`) || key.startsWith(`${first}.`),
  );
  if (Object.hasOwn(catalog, first)) {
    const steps = [first, ...after];
    return { file: `${ofCatalog}/sheets.ts`, constant: 'sheets', steps, value: catalog };
  }
  if (first === 'exceptions') return ofException(after);
  const value = Object.hasOwn(published, first) ? Reflect.get(published, first) : undefined;
  if (value !== undefined) {
    return { file: `${ofCatalog}/${first}.ts`, constant: first, steps: after, value };
  }
  return (
    named(`${first}.${second}`, rest) ??
    named(`${first}.${first}`, after) ??
    (alike.length === 1 ? named(alike[0] ?? '', after) : undefined)
  );
}

/** The path of what a cluster has: in the sites of its environment, or in the sheet of its region. */
function ofSite(environment: EnvironmentName, region: string, part: string): string {
  const { sites } = environments[environment];
  const index = sites === 'catalog' ? -1 : sites.findIndex((site) => site.region === region);
  return index >= 0 && part.startsWith('network')
    ? `environments.${environment}.sites[${index}].${part}`
    : `${region}.${part}`;
}

const published = { neighbours, regulations };

/** An exception that is written, by its number there: while a move is on its way, others are published with it. */
function ofException([step = '', ...steps]: readonly string[]): Constant | undefined {
  const one = exceptions[Number(step)];
  // While a move is on its way, one that is written may be published for fewer people.
  const index = writtenExceptions.findIndex(
    ({ flow, from, to, basis }) =>
      flow === one?.flow && from === one.from && to === one.to && basis === one.basis,
  );
  const written = {
    ...{ file: `${ofCatalog}/exceptions.ts`, constant: 'writtenExceptions' },
    value: writtenExceptions,
  };
  if (step === '') return { ...written, steps: [] };
  return index < 0 ? undefined : { ...written, steps: [String(index), ...steps] };
}

/** `tracing.sampling.steps[0]` and `environments['a b']` by their steps. */
const stepsIn = (at: string): readonly string[] =>
  [...at.matchAll(/\['([^']*)'\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, quoted, index, name]) => quoted ?? index ?? name ?? '',
  );

/**
 * A member of a list that a rule calls by its name, or by another of its texts, has its number in the source. Of two
 * with one name it is the second: the first was no problem before it.
 */
function numbered(steps: readonly string[], value: unknown): readonly string[] {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return steps;
  const index = Array.isArray(value)
    ? value.findLastIndex((one, at) => String(at) === step || isCalled(one, step))
    : -1;
  const key = index < 0 ? step : String(index);
  return [key, ...numbered(rest, Reflect.get(value, key))];
}

const isCalled = (one: unknown, name: string): boolean =>
  typeof one === 'object' && one !== null && Object.values(one).includes(name);
