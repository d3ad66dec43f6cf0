import { expect, it } from 'vitest';
import { factsIn, hasRules } from './facts-in.ts';
import { instrument } from './instrument.ts';
import { asked } from './rewrite.ts';

const policy = 'packages/config/src/release/canary.ts';

it('counts the files of facts among the sources of a program, so that a changed fact is another program', async () => {
  const how = { holdsFacts: hasRules, factsIn, rewrite: asked, instead: {} };
  const { sources, facts } = await instrument(`../../../${policy}`, how);
  expect(facts.map(({ file }) => file)).toContain(policy);
  expect(sources).toContain(policy);
});
