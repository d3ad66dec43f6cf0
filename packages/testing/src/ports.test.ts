import { expect, it } from 'vitest';
import { freePorts } from './ports.ts';

it('gives as many different ports as are asked for', async () => {
  const ports = await freePorts(20);
  expect(new Set(ports).size).toBe(20);
  expect(Math.min(...ports)).toBeGreaterThan(1023);
});
