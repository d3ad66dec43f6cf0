import { expect, it } from 'vitest';
import type { PlacedFact } from '../fact-sources/instrument.ts';
import { allMutants, oneMutantEach } from './mutant.ts';
import { trial } from './trial.ts';

const fact = (number: number, path: string, value: PlacedFact['value']): PlacedFact => ({
  ...{
    number,
    path,
    value,
    file: 'facts.ts',
    line: 1,
    start: 0,
    end: 0,
    holder: null,
    as: 'value',
  },
});
const facts = [
  fact(0, 'port', 80),
  fact(1, 'name', 'api'),
  fact(2, 'price', 7),
  fact(3, 'depth', 2),
];

// A program with one rule, which checks the port; it renders the name, and stumbles over a depth of 2000.
const code = `
  const port = factOf(0, 80), name = factOf(1, 'api'), price = factOf(2, 7), depth = factOf(3, 2);
  exports.verdict = async () => {
    if (depth > 1000) throw new TypeError('too deep');
    return port > 0 && port < 65536 ? { digest: name, warnings: name === 'old' ? [{ at: 'name', value: name }] : [] } : { problems: [{ code: 'PORT' }] };
  };`;

const nothing: ReadonlySet<string> = new Set();
const reference = { actions: nothing, made: nothing, lookedUp: nothing, sources: '' };

const run = async (number: number, wrong: PlacedFact['value']) => {
  const tried = await trial(code, '/', reference);
  const {
    fact: _,
    wrong: __,
    ...end
  } = await tried({ fact: facts[number] ?? fact(0, '', 0), wrong });
  return end;
};

it('says that a rule refused a wrong fact, and which', async () => {
  expect(await run(0, 0)).toEqual({ end: 'refused', problems: [{ code: 'PORT' }] });
});

it('says that a wrong fact was rendered', async () => {
  expect(await run(1, '')).toEqual({ end: 'survived' });
});

it('says that the render warned of a wrong fact', async () => {
  expect(await run(1, 'old')).toEqual({
    end: 'warned',
    problems: [{ at: 'name', value: 'old' }],
  });
});

it('says that nothing rendered reads a fact', async () => {
  expect(await run(2, -1)).toEqual({ end: 'same' });
});

it('says what a wrong fact threw', async () => {
  expect(await run(3, 2000)).toEqual({ end: 'thrown', message: 'too deep' });
});

it('starts each mutant from the right facts', async () => {
  const judged = await trial(code, '/', reference);
  const [one, other] = [
    { fact: fact(0, 'port', 80), wrong: 0 },
    { fact: fact(2, 'price', 7), wrong: 0 },
  ];
  const ends = [(await judged(one)).end, (await judged(other)).end];
  expect(ends).toEqual(['refused', 'same']);
});

it('runs nothing while the facts as they are cannot be rendered', async () => {
  const refuse = "exports.verdict = async () => ({ problems: [{ code: 'PORT' }] });";
  await expect(trial(refuse, '/', reference)).rejects.toThrow('the facts as they are: PORT');
});

it('chooses one mutant of each fact, the same one whatever else there is', () => {
  const each = oneMutantEach(facts);
  expect(each.map((mutant) => mutant.fact)).toEqual(facts);
  expect(allMutants(facts)).toEqual(expect.arrayContaining([...each]));
  expect(oneMutantEach(facts.slice(1))).toEqual(each.slice(1));
});
