import { expect, it } from 'vitest';
import { apart, endsOf } from './ends.ts';

it.each([
  ['replace-region xx-1 --with=xx-2 --name=X', 'xx-1', 'xx-2'],
  ['second-region xx-2 --beside=xx-1 --people=EU', 'xx-1', 'xx-2'],
  ['evacuate xx-1 --to=xx-2', 'xx-1', 'xx-2'],
  ['retire-region xx-1', 'xx-1', null],
])('%s goes from one end to the other', (words, from, to) => {
  expect(endsOf(words.split(' '))).toEqual({ from, to, only: [] });
});

it('takes the roots after only, and leaves the words before it', () => {
  const words = 'retire-region xx-1 only production/global production/xx-1'.split(' ');
  expect(endsOf(words)?.only).toEqual(['production/global', 'production/xx-1']);
  expect(apart(words).begins).toEqual(['retire-region', 'xx-1']);
});

it('knows words that begin no move', () => {
  expect(endsOf(['order'])).toBeUndefined();
  expect(endsOf(['replace-region'])).toBeUndefined();
});
