import { expect, it } from 'vitest';
import { wordsFor } from './commands.ts';

it.each([
  ['destroy', 'destroy -json -auto-approve -parallelism=20'],
  ['apply destroy.plan', 'apply -json -auto-approve -parallelism=20 destroy.plan'],
  ['plan -destroy -out=destroy.plan', 'plan -input=false -no-color -destroy -out=destroy.plan'],
  ['state list', 'state list'],
])('%s is called without a question', (words, called) => {
  expect(wordsFor(words.split(' ')).join(' ')).toBe(called);
});
