import { changed, plain } from '@bizflow/config/testing';
import { catalog } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { fleetRules } from '../fleet/fleet-rules.ts';
import { imageIn } from '../images/images.ts';
import { promotions } from './promotion.ts';
import { wavesDone, wavesTo } from './promotion-waves.ts';

const waves = [['a', 'b'], ['c'], ['d']];

it('leads from staging to production only', () => {
  expect(promotions.map(({ from, to }) => [from, to])).toEqual([['staging', 'production']]);
  expect(wavesTo(plain(), 'staging')).toEqual([]);
});

it('leads last to the region that most others write to', () => {
  const writes = Object.values(catalog).map(({ database }) => database.writer);
  const most = (id: string) => writes.filter((writer) => writer === id).length;
  const busiest = Math.max(...writes.map(most));
  expect(wavesTo(plain(), 'production').at(-1)?.map(most)).toContain(busiest);
});

it('brings an image to every region once', () => {
  expect(wavesTo(plain(), 'production').flat().toSorted()).toEqual(Object.keys(catalog).toSorted());
});

it('gives a region in which no service runs no turn, and needs no change of the waves for it', () => {
  const [first] = wavesTo(plain(), 'production').flat();
  const off = changed((draft) => {
    for (const region of Object.values(draft.catalog)) {
      if (region.id === first) region.life.extent = 'platform';
    }
  });
  expect(wavesTo(off, 'production')).toEqual(wavesTo(plain(), 'production').slice(1));
  expect(fleetRules(off).filter(({ code }) => code.startsWith('PROMOTION'))).toEqual([]);
});

it.each([
  [[], 0],
  [['a', 'b'], 1],
  [['c', 'b', 'a'], 2],
  [['a', 'b', 'gone'], 1],
  [['a', 'b', 'c', 'd'], 3],
  [['a'], -1],
  [['a', 'b', 'd'], -1],
  [['c'], -1],
])('counts the waves that have gone out when %j run the next image: %i', (regions, done) => {
  expect(wavesDone(waves, regions)).toBe(done);
});

/** A region that has no price yet is a warning. */
const errorsOf = (...[fleet]: Parameters<typeof fleetRules>) =>
  fleetRules(fleet).filter(({ severity }) => severity === 'error');

it('finds nothing wrong with a promotion between two waves', () => {
  const [first = []] = wavesTo(plain(), 'production');
  const fleet = changed(({ lock: { images } }) => {
    const { api } = images.production;
    if (api) api.next = { ...structuredClone(api), tag: '9', regions: [...first] };
  });
  expect(errorsOf(fleet)).toEqual([]);
  expect(imageIn(fleet.lock, 'production', 'api', first[0] ?? '')?.tag).toBe('9');
  expect(imageIn(fleet.lock, 'production', 'api', 'elsewhere')?.tag).not.toBe('9');
  expect(imageIn(fleet.lock, 'production', 'constructor', 'elsewhere')).toBeUndefined();
});

it('names the second place of a region, and the first', () => {
  const [first = ''] = wavesTo(plain(), 'production').flat();
  const twice = changed(({ promotions: [way] }) => {
    way?.waves.push([first as never]);
  });
  const { length } = plain().promotions[0]?.waves ?? [];
  expect(errorsOf(twice).map(({ at, reason }) => [at, reason])).toEqual([
    [`promotions[0].waves[${length}][0]`, 'is already in a wave, promotions[0].waves[0][0]'],
  ]);
});
