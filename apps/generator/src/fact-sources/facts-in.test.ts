import { expect, it } from 'vitest';
import { factsAndNamesIn, factsIn } from './facts-in.ts';

const found = (source: string) => factsIn(source).map(({ path, value }) => [path, value]);

it('finds the literals of constants at the top of a module, with their paths', () => {
  const source = `
    import { other } from './other.ts';
    export const canary: Policy = { steps: [{ percent: 5 }, { percent: other }], 'a-b': true } as const;
    const below = -1;
    export const frozen = Object.freeze(['api']) satisfies readonly string[];`;
  expect(found(source)).toEqual([
    ['canary.steps[0].percent', 5],
    ["canary['a-b']", true],
    ['below', -1],
    ['frozen[0]', 'api'],
  ]);
});

it('names each argument of a call', () => {
  expect(found("const cpu = metric('AWS/RDS', 'CPU', [7]);")).toEqual([
    ['cpu', 'AWS/RDS'],
    ['cpu(1)', 'CPU'],
    ['cpu(2)[0]', 7],
  ]);
});

it('takes nothing from functions, types, names of properties or patterns', () => {
  const source = `
    type Kind = 'a' | 'b';
    const text = (of: Kind) => ({ a: 'first', b: 'second' })[of];
    function count() { const most = 9; return most; }
    const pattern = /^a$/;
    const nothing = null;`;
  expect(found(source)).toEqual([]);
});

it('gives the offsets at which the literal is written', () => {
  const source = "const a = ['one', 2];";
  expect(factsIn(source).map(({ start, end }) => source.slice(start, end))).toEqual(["'one'", '2']);
});

it('gives the names of members too where they are asked for, but not those of functions', () => {
  const source = "const a = { b: 1, 'c-d': { e }, f: () => 1, [g]: 2 };";
  const names = factsAndNamesIn(source).filter(({ as }) => as !== 'value');
  expect(names.map(({ as, path, value }) => [as, path, value])).toEqual([
    ['key', 'a.b (name)', 'b'],
    ['key', "a['c-d'] (name)", 'c-d'],
    ['shorthand', "a['c-d'].e (name)", 'e'],
  ]);
});
