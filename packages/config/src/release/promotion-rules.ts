import { type Problem, problem, unless } from '@bizflow/kernel';
import { sites } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { pinnedImage } from '../images/images.ts';
import { severityRank } from '../images/scan-policy.ts';
import type { Promotion } from './promotion.ts';
import { wavesDone, wavesTo } from './promotion-waves.ts';

/** Every promotion reaches each region once, and brings nothing that its target would refuse. */
export const promotionRules = (fleet: Fleet): readonly Problem[] => [
  ...fleet.promotions.flatMap((way, index) => {
    const at = `promotions[${index}]`;
    return [...path(fleet, way, at), ...reach(fleet, way, `${at}.waves`), ...policy(fleet, way)];
  }),
  // The only environment has none that an image could come from.
  ...fleet.environments.flatMap(({ name, approval }, _, { length }) =>
    unless(!approval || length === 1 || fleet.promotions.some(({ to }) => to === name), {
      code: 'PROMOTION_MISSING',
      at: 'promotions',
      value: name,
      reason: 'has no promotion, so an image would reach all of its regions at once',
      remedy: 'write its waves in packages/config/src/release/promotion.ts',
    }),
  ),
  ...fleet.environments.flatMap(({ name }) =>
    fleet.services.flatMap((service) => underWay(fleet, name, service.name)),
  ),
];

const path = ({ environments, promotions }: Fleet, way: Promotion, at: string) =>
  unless(
    way.from !== way.to &&
      [way.from, way.to].every((end) => environments.some(({ name }) => name === end)) &&
      promotions.find(({ to }) => to === way.to) === way,
    {
      code: 'PROMOTION_PATH',
      at,
      value: `${way.from} -> ${way.to}`,
      reason: 'must connect two environments, and only one promotion may lead to an environment',
      remedy: 'name two environments, with one promotion to each',
    },
  );

const reach = (fleet: Fleet, { to, waves }: Promotion, at: string): readonly Problem[] => {
  const environment = fleet.environments.find(({ name }) => name === to);
  const open = environment === undefined ? [] : sites(environment, fleet.catalog);
  const named = waves.flatMap((wave, turn) =>
    wave.map((id: string, place) => ({ id, at: `${at}[${turn}][${place}]` })),
  );
  const missing = open.filter(({ region }) => !named.some(({ id }) => id === region));
  return [
    ...missing.map(({ region }) =>
      problem({
        code: 'PROMOTION_REGION_MISSING',
        at,
        value: region,
        reason: 'is not in any wave, so no image would reach it',
        remedy: 'add it to a wave of packages/config/src/release/promotion.ts',
      }),
    ),
    ...named.flatMap(({ id, at: own }, index) => [
      ...twice(named, index),
      ...unless(Object.hasOwn(fleet.catalog, id), {
        code: 'PROMOTION_REGION_UNKNOWN',
        at: own,
        value: id,
        reason: 'is not a region of the catalog',
        remedy: `use one of ${Object.keys(fleet.catalog).join(', ')}`,
      }),
    ]),
  ];
};

const twice = (
  named: readonly { readonly id: string; readonly at: string }[],
  index: number,
): readonly Problem[] => {
  const first = named.findIndex(({ id }) => id === named[index]?.id);
  return unless(first === index, {
    code: 'PROMOTION_REGION_TWICE',
    at: named[index]?.at ?? '',
    value: named[index]?.id,
    reason: `is already in a wave, ${named[first]?.at}`,
    remedy: 'keep it in one wave',
  });
};

// An image is checked once, where it is pinned: a less strict policy there would bypass the stricter one.
const policy = ({ imagePolicies }: Fleet, { from, to }: Promotion): readonly Problem[] => {
  const [source, target] = [imagePolicies[from], imagePolicies[to]];
  if (source === undefined || target === undefined) return [];
  const holds =
    severityRank(source.tolerates, source) <= severityRank(target.tolerates, target) &&
    severityRank(source.unrated, source) >= severityRank(target.unrated, target) &&
    (source.withoutScan === 'refuse' || target.withoutScan === 'accept');
  return unless(holds, {
    code: 'PROMOTION_POLICY',
    at: `imagePolicies.${from}`,
    value: `${source.tolerates}, unrated ${source.unrated}, without a scan ${source.withoutScan}`,
    reason: `is less strict than ${to}, and a promotion does not check again`,
    remedy: `make it as strict as imagePolicies.${to}, or stricter`,
  });
};

const underWay = (fleet: Fleet, environment: string, service: string): readonly Problem[] => {
  const next = pinnedImage(fleet.lock, environment, service)?.next;
  if (next === undefined) return [];
  const waves = wavesTo(fleet, environment);
  const done = wavesDone(waves, next.regions);
  return unless(done > 0 && done < waves.length, {
    code: 'PROMOTION_WAVES_BROKEN',
    at: `images.lock.json/images/${environment}/${service}/next/regions`,
    value: next.regions.join(', '),
    reason: `must be the first waves, in order, of ${waves.map((wave) => wave.join(' + ')).join(', ')}`,
    remedy: 'write the regions of whole waves, or roll the promotion back: remove next',
  });
};
