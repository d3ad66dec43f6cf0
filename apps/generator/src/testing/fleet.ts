import { readFileSync } from 'node:fs';
import { type Fleet, fleet, type ImageLock } from '@bizflow/config';

const lock: ImageLock = JSON.parse(
  readFileSync(new URL('../../../../images.lock.json', import.meta.url), 'utf8'),
);

/** The fleet of this repository, with its committed lock. */
export const realFleet = (): Fleet => fleet(lock);

/** A deep copy of any data with every object's keys in the opposite order. */
export function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, reversed(member)]);
  return Object.fromEntries(entries.toReversed()) as T;
}
