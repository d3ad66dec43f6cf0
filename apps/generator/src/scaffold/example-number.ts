import { createHash } from 'node:crypto';

/**
 * Twelve digits for the example values of a name: the same in every branch, and another for another name. They
 * start with 1, so that no example which a person counted up from 1 is the same.
 */
export const exampleNumber = (name: string): string =>
  `1${BigInt(`0x${createHash('sha256').update(name).digest('hex')}`) % 10n ** 11n}`.padEnd(12, '0');
