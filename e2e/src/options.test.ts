import { expect, it } from 'vitest';
import { options } from './options.ts';

const suites = ['accept', 'canary', 'waf'];

it('runs all suites when none is named', () => {
  expect(options([], suites)).toEqual({ only: suites, keep: false });
});

it('runs a suite that is there on request only when it is named', () => {
  expect(options([], suites, ['waf']).only).toEqual(['accept', 'canary']);
  expect(options(['--only=waf'], suites, ['waf']).only).toEqual(['waf']);
});

it('runs the named ones in their own order', () => {
  const asked = options(['--only=waf,accept', '--keep'], suites);
  expect(asked).toEqual({ only: ['accept', 'waf'], keep: true });
  expect(options(['--only', 'waf', '--only', 'canary'], suites).only).toEqual(['canary', 'waf']);
});

it('names a suite that is not there, and the ones that are', () => {
  expect(() => options(['--only=wav'], suites)).toThrow(
    '--only=wav: no such suite; there are accept, canary, waf',
  );
  expect(() => options(['--fast'], suites)).toThrow("Unknown option '--fast'");
});
