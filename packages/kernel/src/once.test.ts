import { expect, it, vi } from 'vitest';
import { once, onceForBoth } from './once.ts';

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
