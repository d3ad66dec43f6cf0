import { committed } from '@bizflow/config/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlacedFact } from '../fact-sources/instrument.ts';
import { plan } from '../plan.ts';
import { serialize } from '../serialize.ts';
import { between, union } from './effects.ts';
import { type Explained, explained } from './make-index.ts';
import { otherValuesAmong } from './other-values.ts';
import { sessionsOf } from './session.ts';
import { partsOfSession, type Trials, trialsOf } from './trials.ts';

let program: Explained;
let trials: Trials;
beforeAll(async () => {
  program = await explained();
  trials = trialsOf(sessionsOf(program));
});

const factAt = (path: RegExp): PlacedFact => {
  const found = program.facts.find((fact) => path.test(fact.path));
  if (found === undefined) throw new RangeError(`no fact at ${path}`);
  return found;
};

it('renders past the rules what a render writes', () => {
  const texts = new Map(plan(committed, {}).files.map(({ path, text }) => [path, text]));
  const bodies = (trials.base.parts ?? []).flatMap((part) => [...(part.bodies ?? [])]);
  expect(new Map(bodies.map(([path, body]) => [path, serialize({ path, body })]))).toEqual(texts);
});

it('finds in the parts that read a fact what a render of everything finds', () => {
  const others = otherValuesAmong(program.facts);
  const [run, parts] = [sessionsOf(program), partsOfSession(trials.base)];
  const later = program.facts.filter((fact) => !trials.isInitial(fact));
  const sample = later.filter((_, index) => index % Math.ceil(later.length / 12) === 0);
  for (const fact of sample) {
    const [value = 'x'] = others(fact).first;
    const onAll = union([between(parts, run(new Map([[fact.number, value]])))], parts);
    expect([fact.path, trials.effectsOf(new Map([[fact, value]]))]).toEqual([fact.path, onAll]);
  }
});

describe('a fact', () => {
  it('that every object of a region has as a label decides that label in each of them', () => {
    const { places } = trials.effectsOf(new Map([[factAt(/^\w+\d\.country$/), 'XX']]));
    const labels = [...places.values()].filter((of) =>
      of.has('0:/metadata/labels/bizflow.io~1residency'),
    );
    expect(labels.length).toBeGreaterThan(100);
  });

  it('that decides whether an object exists decides the whole file', () => {
    const { places } = trials.effectsOf(new Map([[factAt(/\.exposure\.answersCdn$/), false]]));
    expect([...places.values()].some((of) => of.has('0:'))).toBe(true);
  });

  it('that is hashed into a name decides the file of that name, and adds another', () => {
    const { places, added } = trials.effectsOf(new Map([[factAt(/\.maxErrorRatio$/), 0.5]]));
    const gone = [...places].filter(([, of]) => of.has('0:')).map(([path]) => path);
    expect(gone.some((path) => path.includes('analysistemplate'))).toBe(true);
    expect([...added].some((path) => path.includes('analysistemplate'))).toBe(true);
  });
});
