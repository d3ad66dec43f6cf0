import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyFact } from '@bizflow/config/facts';
import { Ajv, type ErrorObject } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { root } from '../bundle/bundle-files.ts';
import { schemaFile } from '../shapes/fact-schema.ts';
import { shape } from '../shapes/shape.ts';
import { factShapeRules } from './fact-shape-rules.ts';

const { globalLayers } = everyFact.foundation;
const { sampling } = everyFact.tracing;
const { gradual } = everyFact.release;

const foundation = (production: object) => ({
  ...everyFact,
  foundation: { ...everyFact.foundation, globalLayers: { ...globalLayers, production } },
});
const tracing = (other: object) => ({
  ...everyFact,
  tracing: { ...everyFact.tracing, sampling: other },
});

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** A fact at the line of its source, whichever that is. */
const placed = (file: string, path: string) =>
  expect.stringMatching(
    `^packages/config/src/${file}:[1-9]\\d* ${path.replaceAll(/[[\].]/g, '\\$&')}$`,
  );

it('finds nothing in the facts', () => {
  expect(factShapeRules(read)).toEqual([]);
});

describe('names one problem for', () => {
  it('a misspelled fact, and asks whether the right one was meant', () => {
    const { shieldAdvanced, ...others } = globalLayers.production;
    expect(factShapeRules(read, foundation({ ...others, shieldAdvance: shieldAdvanced }))).toEqual([
      {
        code: 'FACT_UNKNOWN',
        severity: 'error',
        at: placed('foundation/global-layer.ts', 'globalLayers.production.shieldAdvance'),
        value: 'false',
        reason: 'is not one of shieldAdvanced, originSecret, delegations',
        remedy: 'did you mean shieldAdvanced?',
      },
    ]);
  });

  it('a fact that no type has', () => {
    expect(
      factShapeRules(read, foundation({ ...globalLayers.production, colour: 1 })),
    ).toMatchObject([{ code: 'FACT_UNKNOWN', remedy: expect.stringContaining('npm run shapes') }]);
  });

  it('a fact that JSON does not have', () => {
    const said = factShapeRules(read, tracing({ ...sampling, decisionWaitSeconds: 10n }));
    expect(said).toMatchObject([{ code: 'FACT_TYPE', value: '{"bigint":"10"}' }]);
  });

  it('a missing fact', () => {
    const { errorStatus: _, ...others } = sampling;
    expect(factShapeRules(read, tracing(others))).toMatchObject([
      {
        code: 'FACT_MISSING',
        at: placed('tracing/sampling.ts', 'sampling.errorStatus'),
        value: 'undefined',
        remedy: 'write errorStatus, an object; when it is gone for good, npm run shapes',
      },
    ]);
  });

  it('an environment without a place', () => {
    const { environments } = everyFact.environments;
    const facts = {
      ...everyFact,
      environments: {
        environments: { ...environments, staging: { ...environments.staging, sites: [] } },
      },
    };
    expect(factShapeRules(read, facts)).toMatchObject([
      {
        at: placed('environments/environments.ts', 'environments.staging.sites'),
        reason: 'has 0 entries, and must have at least 1',
      },
    ]);
  });

  it('a fact of the wrong type', () => {
    expect(factShapeRules(read, tracing({ ...sampling, slowMilliseconds: '2000' }))).toMatchObject([
      { code: 'FACT_TYPE', value: '"2000"', reason: 'must be a number' },
    ]);
  });

  it('a word that its type does not have', () => {
    const [first, ...others] = everyFact.services.services;
    const services = [{ ...first, reaches: ['databse'] }, ...others];
    const facts = { ...everyFact, services: { ...everyFact.services, services } };
    expect(factShapeRules(read, facts)).toMatchObject([
      {
        code: 'FACT_WORD',
        // The list of services is in another file.
        at: placed('services/api.ts', 'services[0].reaches[0]'),
        reason: 'must be one of bucket, database, internet, redis',
        remedy: 'did you mean database?',
      },
    ]);
  });

  it('a value that is part of several facts, where it is written', () => {
    const { canary, ...others } = everyFact.environments.environments.production;
    const slip = { ...canary, failureLimit: 'many' };
    const facts = {
      ...everyFact,
      release: { ...everyFact.release, gradual: slip },
      environments: {
        environments: {
          ...everyFact.environments.environments,
          production: { ...others, canary: slip },
        },
      },
    };
    expect(canary).toBe(gradual);
    expect(factShapeRules(read, facts).map(({ at }) => at)).toEqual([
      placed('release/canary.ts', 'gradual.failureLimit'),
    ]);
  });
});

it('names several problems at once', () => {
  const { slowMilliseconds: _, ...others } = sampling;
  const codes = factShapeRules(read, tracing({ ...others, baselinePercent: null, form: {} })).map(
    ({ code }) => code,
  );
  expect(codes.sort()).toEqual(['FACT_MISSING', 'FACT_TYPE', 'FACT_UNKNOWN']);
});

it('finds with its interpreter what Ajv finds, whichever fact is changed', () => {
  const facts = { 'foundation.globalLayers': globalLayers, 'tracing.sampling': sampling };
  const schema = JSON.parse(readFileSync(join(root, schemaFile), 'utf8'));
  const part = { ...schema, required: Object.keys(facts) };
  const quick = shape(part);
  const slow = new Ajv({ allErrors: true, strict: false, validateSchema: false }).compile(part);
  const said = (errors: readonly ErrorObject[]) =>
    errors.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`).sort();
  const values = fc.oneof(fc.jsonValue(), fc.constantFrom(false, 'blue', 5, {}, []));
  fc.assert(
    fc.property(fc.constantFrom(...pointersIn(facts)), values, (pointer, value) => {
      const changed = replaced(facts, pointer, value);
      slow(changed);
      expect(said(quick(changed))).toEqual(said(slow.errors ?? []));
    }),
  );
});

const pointersIn = (value: unknown): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => [
        [name],
        ...pointersIn(part).map((rest) => [name, ...rest]),
      ])
    : [];

const replaced = (
  whole: unknown,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): unknown =>
  typeof whole === 'object' && whole !== null
    ? {
        ...whole,
        [name]: rest.length === 0 ? value : replaced(Reflect.get(whole, name), rest, value),
      }
    : value;
