import { expect, it, vi } from 'vitest';
import { once, onceForBoth, onceForText } from './once.ts';

it('asks once for each object, and gives all the same frozen answer', () => {
  const ask = vi.fn(({ name }: { name: string }) => [name]);
  const asked = once(ask);
  const [one, other] = [{ name: 'one' }, { name: 'one' }];
  expect(asked(one)).toEqual(['one']);
  expect(asked(one)).toBe(asked(one));
  expect(asked(other)).not.toBe(asked(one));
  expect(ask).toHaveBeenCalledTimes(2);
  expect(() => asked(one).push('two')).toThrow(TypeError);
});

it('asks once for each pair of objects', () => {
  const ask = vi.fn((one: { name: string }, other: { name: string }) => one.name + other.name);
  const asked = onceForBoth(ask);
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  expect([asked(a, b), asked(b, a), asked(a, b)]).toEqual(['ab', 'ba', 'ab']);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('asks once for each text, also where the answer is that there is none', () => {
  const ask = vi.fn((text: string) => (text === '' ? undefined : [text]));
  const asked = onceForText(ask);
  expect([asked('a'), asked(''), asked(''), asked('a')]).toEqual([
    ['a'],
    undefined,
    undefined,
    ['a'],
  ]);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(() => asked('a')?.push('b')).toThrow(TypeError);
});

it('keeps no more texts than it must', () => {
  const ask = vi.fn((text: string) => text.length);
  const asked = onceForText(ask);
  for (let index = 0; index < 20_001; index += 1) asked(`${index}`);
  asked('20000');
  expect(ask).toHaveBeenCalledTimes(20_001);
  asked('0');
  expect(ask).toHaveBeenCalledTimes(20_002);
});
