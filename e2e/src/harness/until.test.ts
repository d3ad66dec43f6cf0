import { expect, it } from 'vitest';
import { until } from './until.ts';

it('asks until there is an answer', async () => {
  const answers = [undefined, false, 7] as const;
  let asked = 0;
  expect(await until('seven', 5, async () => answers[asked++])).toBe(7);
});

it('says what it waited for, and what it saw last', async () => {
  const never = until(
    'a node is ready',
    0,
    async () => undefined,
    () => ({ ready: false }),
  );
  await expect(never).rejects.toThrow(
    'a node is ready: not within 0 s; last seen: {"ready":false}',
  );
});
