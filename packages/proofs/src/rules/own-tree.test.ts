import { describe, expect, it } from 'vitest';
import { schemaProblems, unheldTypes } from '../schema/attributes.ts';
import { readSchema, schemaFile } from '../schema/provider-schema.ts';
import { referenceProblems } from '../schema/references.ts';
import { ownPlans, ownTree, repository } from '../testing/repository.ts';
import { callProblems } from './calls.ts';
import { type Fixed, literalProblems } from './literals.ts';
import { isRoot, shapeProblems } from './shape.ts';

const sources = Object.values(ownTree);
const later = schemaFile(repository);

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

  const title = 'why' in later ? ` (SKIPPED: ${later.why})` : '';
  it.skipIf('why' in later)(`stay valid under a later provider${title}`, () => {
    if ('why' in later) return;
    const schema = readSchema(later.file);
    const unheld = unheldTypes(sources, schema);
    if (unheld.length > 0) console.log(`SKIPPED: the file of schemas lacks ${unheld.join(', ')}`);
    expect(sources.flatMap((source) => schemaProblems(source, schema))).toEqual([]);
    expect(ownPlans.flatMap((plan) => referenceProblems(plan, schema))).toEqual([]);
  });
});
