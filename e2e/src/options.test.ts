import { expect, it } from 'vitest';
import { options } from './options.ts';

const suites = ['accept', 'canary', 'waf'];
const clusters = ['production/home', 'staging/home'];
const choices = { suites, clusters };

it('runs all suites in all clusters when none is named', () => {
  expect(options([], choices)).toEqual({ only: suites, clusters, keep: false });
});

it('runs a suite that is there on request only when it is named', () => {
  expect(options([], { ...choices, onRequest: ['waf'] }).only).toEqual(['accept', 'canary']);
  expect(options(['--only=waf'], { ...choices, onRequest: ['waf'] }).only).toEqual(['waf']);
});

it('runs the named ones in their own order', () => {
  const asked = options(['--only=waf,accept', '--keep'], choices);
  expect(asked).toEqual({ only: ['accept', 'waf'], clusters, keep: true });
  expect(options(['--only', 'waf', '--only', 'canary'], choices).only).toEqual(['canary', 'waf']);
});

it('takes some of the clusters', () => {
  expect(options(['--cluster=staging/home'], choices).clusters).toEqual(['staging/home']);
});

it('names a suite that is not there, and the ones that are', () => {
  expect(() => options(['--only=wav'], choices)).toThrow(
    '--only=wav: no such suite; there are accept, canary, waf',
  );
  expect(() => options(['--cluster=staging'], choices)).toThrow(
    '--cluster=staging: no such cluster; there are production/home, staging/home',
  );
  expect(() => options(['--fast'], choices)).toThrow("Unknown option '--fast'");
});
