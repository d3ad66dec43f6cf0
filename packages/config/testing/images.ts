import { type Breakage, worker } from './breakage.ts';
import type { Draft } from './example-fleet.ts';
import { nth } from './fleets.ts';

const way = (draft: Draft) => nth(draft.promotions, 0);
const first = (draft: Draft) => nth(way(draft).waves, 0);
const api = (draft: Draft) => {
  const image = draft.lock.images.production.api;
  if (image === undefined) throw new TypeError('the API is pinned');
  return image;
};

/** A promotion of the API that has reached these regions. */
const reached = (draft: Draft, regions: readonly string[], change = {}) =>
  Object.assign(api(draft), { next: { ...api(draft), ...change, regions: [...regions] } });

/** Breaks what the lock pins, what an image requires, and the waves of a promotion. */
export const images: readonly Breakage[] = [
  [
    'an image without the architecture of its compute',
    (d) => (api(d).architectures = ['amd64']),
    'IMAGE_ARCHITECTURE',
  ],
  [
    'a service whose compute its images do not offer',
    (d) => (worker(d).compute.architecture = 'riscv64'),
    'IMAGE_ARCHITECTURE',
    'IMAGE_ARCHITECTURE',
    'DELIVERY_ARCHITECTURE',
  ],
  [
    'a next image without the architecture of its compute',
    (d) => reached(d, first(d), { architectures: [] }),
    'IMAGE_ARCHITECTURE',
  ],
  [
    'an example on its way',
    (d) => reached(d, first(d), { placeholder: true }),
    'PLACEHOLDER_VALUE',
  ],
  ['a region in no wave', (d) => way(d).waves.shift(), 'PROMOTION_REGION_MISSING'],
  ['a region in two waves', (d) => way(d).waves.push([...first(d)]), 'PROMOTION_REGION_TWICE'],
  ['a wave with an unknown region', (d) => first(d).push('xx-west-9'), 'PROMOTION_REGION_UNKNOWN'],
  ['a promotion to where it comes from', (d) => (way(d).from = way(d).to), 'PROMOTION_PATH'],
  ['a promotion from an unknown environment', (d) => (way(d).from = 'unknown'), 'PROMOTION_PATH'],
  ['users whom no promotion leads to', (d) => (d.promotions = []), 'PROMOTION_MISSING'],
  ['two promotions to one environment', (d) => d.promotions.push({ ...way(d) }), 'PROMOTION_PATH'],
  [
    'an environment before production that tolerates more',
    (d) => (d.imagePolicies.staging.tolerates = 'CRITICAL'),
    'PROMOTION_POLICY',
  ],
  [
    'an environment before production that requires no scan',
    (d) => (d.imagePolicies.staging.withoutScan = 'accept'),
    'PROMOTION_POLICY',
  ],
  [
    'an environment before production that takes the unrated lightly',
    (d) => (d.imagePolicies.staging.unrated = 'LOW'),
    'PROMOTION_POLICY',
  ],
  [
    'a promotion that skipped a wave',
    (d) => reached(d, nth(way(d).waves, 1)),
    'PROMOTION_WAVES_BROKEN',
  ],
  ['a promotion that reached no region', (d) => reached(d, []), 'PROMOTION_WAVES_BROKEN'],
  [
    'a promotion that is over and not closed',
    (d) => reached(d, way(d).waves.flat()),
    'PROMOTION_WAVES_BROKEN',
  ],
];
