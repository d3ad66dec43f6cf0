import { problem } from '@bizflow/kernel';
import { expect, it } from 'vitest';
import { folded, summarize } from './describe.ts';
import { GeneratorError } from './error.ts';
import { readOnly } from './read-only.ts';

const overlap = problem({
  code: 'CIDR_OVERLAP',
  at: 'xx-west-1.network.vpc',
  value: '10.1.0.0/16',
  reason: 'overlaps 10.1.0.0/16',
  remedy: 'choose another',
});

it('reads as code, place, value, reason and remedy, and says that nothing was written', () => {
  expect(new GeneratorError([overlap, overlap]).message).toMatchInlineSnapshot(`
    "2 problems; nothing was written

    CIDR_OVERLAP  xx-west-1.network.vpc = 10.1.0.0/16
      overlaps 10.1.0.0/16
      -> choose another

    CIDR_OVERLAP  xx-west-1.network.vpc = 10.1.0.0/16
      overlaps 10.1.0.0/16
      -> choose another"
  `);
});

it('prints no value where there is none', () => {
  const missing = [undefined, 'undefined'].map((value) => problem({ ...overlap, value }));
  const places = ['xx-west-1.network.vpc', 'xx-west-1.network.vpc = "undefined"'];
  for (const [index, one] of missing.entries()) {
    expect(new GeneratorError([one]).message.split('\n')).toContain(
      `CIDR_OVERLAP  ${places[index]}`,
    );
    expect(summarize([one])).toContain(`  ${places[index]}`);
  }
});

it('has no stack, which Nx would offer, and in a command that only reads no word of writing', async () => {
  const refused = readOnly(async () => {
    throw new GeneratorError([overlap]);
  });
  await expect(refused({} as never, undefined)).rejects.toMatchObject({
    message: expect.stringMatching(/^1 problem\n/),
    stack: '',
  });
});

it('says once what several warnings have in common', () => {
  expect(
    summarize([overlap, { ...overlap, at: 'x', value: 'y' }]).join('\n'),
  ).toMatchInlineSnapshot(`
    "CIDR_OVERLAP  overlaps 10.1.0.0/16
      -> choose another
      xx-west-1.network.vpc = 10.1.0.0/16
      x = y"
  `);
});

it('says of values that are still to come one line a kind, and how to see each', () => {
  const example = { ...overlap, code: 'PLACEHOLDER_VALUE', reason: 'is a placeholder' };
  const warnings = [
    ...[example, { ...example, at: 'b' }, { ...example, at: 'c' }, overlap],
    { ...example, at: 'd', reason: 'is a guess' },
  ];
  expect(folded(warnings, 'npm run it').join('\n')).toMatchInlineSnapshot(`
    "CIDR_OVERLAP  overlaps 10.1.0.0/16
      -> choose another
      xx-west-1.network.vpc = 10.1.0.0/16
    PLACEHOLDER_VALUE  xx-west-1.network.vpc and 2 others: is a placeholder
    PLACEHOLDER_VALUE  d: is a guess
      -> npm run it says of each what to do"
  `);
  expect(folded([], 'npm run it')).toEqual([]);
});
