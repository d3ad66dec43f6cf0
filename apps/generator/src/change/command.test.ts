import { expect, it } from 'vitest';
import { codesOf } from '../testing/codes-of.ts';
import { oneForm } from './command.ts';

it.each([
  [{ json: false, markdown: false }, []],
  [{ json: true, markdown: false }, []],
  [{ json: false, markdown: true }, []],
  [{ json: true, markdown: true }, ['FORM_TWICE']],
])('answers the forms %j with %j', (form, codes) => {
  expect(codesOf(() => oneForm(form))).toEqual(codes);
});
