import { expect, it } from 'vitest';
import { commonNameRules } from './common-name-rules.ts';

it('finds nothing in the committed names', () => {
  expect(commonNameRules()).toEqual([]);
});

it('names a name of another form, and one that is given twice', () => {
  const channel = { at: 'a', name: 'alerts', of: /^[a-z]+$/, what: 'a channel' };
  const found = commonNameRules([
    channel,
    { ...channel, at: 'b' },
    { ...channel, at: 'c', name: '#x' },
  ]);
  expect(found.map(({ code, at, value }) => [code, at, value])).toEqual([
    ['NAME_TWICE', 'b', 'alerts'],
    ['NAME_FORM', 'c', '#x'],
  ]);
});
