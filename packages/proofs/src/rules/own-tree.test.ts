import { skips } from '@bizflow/testing/tools';
import { describe, expect, it } from 'vitest';
import { laterSchema } from '../../testing/later-schema.ts';
import { ownPlans, ownTree } from '../../testing/repository.ts';
import { schemaProblems, unheldTypes } from './attributes.ts';
import { callProblems } from './calls.ts';
import { type Fixed, literalProblems } from './literals.ts';
import { referenceProblems } from './references.ts';
import { isRoot, shapeProblems } from './shape.ts';

const sources = Object.values(ownTree);
const later = laterSchema();
const noSchema = skips(
  'provider-schema',
  'the modules under a later provider',
  'why' in later ? later.why : undefined,
);

/** Places that a module may spell out, because AWS has put something there for everyone. */
const fixed: readonly Fixed[] = [];

describe("this repository's modules and roots", () => {
  it('state their versions, describe and type what they take and give', () => {
    expect(sources.flatMap(shapeProblems)).toEqual([]);
  });

  it('name no place in a module', () => {
    const modules = sources.filter((source) => !isRoot(source));
    expect(literalProblems(modules, fixed)).toEqual([]);
  });

  it('are called with every input they need, of the right type and range', () => {
    expect(ownPlans.flatMap((plan) => callProblems(plan, ownTree))).toEqual([]);
  });

  it.skipIf(noSchema)('stay valid under a later provider', () => {
    if ('why' in later) return;
    const unheld = unheldTypes(sources, later);
    if (unheld.length > 0) console.log(`SKIPPED: the file of schemas lacks ${unheld.join(', ')}`);
    expect(sources.flatMap((source) => schemaProblems(source, later))).toEqual([]);
    expect(ownPlans.flatMap((plan) => referenceProblems(plan, later))).toEqual([]);
  });
});
