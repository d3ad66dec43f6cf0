import { plain } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { pinnedImage } from './images.ts';

const { lock } = plain();

it('finds the image a service runs in an environment', () => {
  expect(pinnedImage(lock, 'production', 'api')).toBe(lock.images.production.api);
});

it.each([
  ['production', 'unknown'],
  ['production', 'constructor'],
  ['unknown', 'api'],
  ['__proto__', 'toString'],
])('finds none for %s/%s', (environment, service) => {
  expect(pinnedImage(lock, environment, service)).toBeUndefined();
});
