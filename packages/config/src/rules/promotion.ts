import { fault, type Problem, unless } from '@bizflow/region-catalog';
import { sites } from '../clusters.ts';
import type { Fleet } from '../fleet.ts';
import { severityRank } from '../image-policy.ts';
import { pinnedImage } from '../images.ts';
import type { Promotion } from '../promotion.ts';
import { wavesDone, wavesTo } from '../promotion-waves.ts';
import { show } from './show.ts';

/** Every promotion reaches each region once, and brings nothing that its target would refuse. */
export const promotion = (fleet: Fleet): readonly Problem[] => [
  ...fleet.promotions.flatMap((way, index) => {
    const at = `promotions[${index}]`;
    return [...path(fleet, way, at), ...reach(fleet, way, `${at}.waves`), ...policy(fleet, way)];
  }),
  ...fleet.environments.flatMap(({ name }) =>
    fleet.services.flatMap((service) => underWay(fleet, name, service.name)),
  ),
];

const path = ({ environments, promotions }: Fleet, way: Promotion, at: string) =>
  unless(
    way.from !== way.to &&
      [way.from, way.to].every((end) => environments.some(({ name }) => name === end)) &&
      promotions.find(({ to }) => to === way.to) === way,
    'PROMOTION_PATH',
    at,
    `${show(way.from)} -> ${show(way.to)}`,
    'is not the one way between two environments of the fleet',
    'name two environments, and let one promotion lead to each',
  );

const reach = (fleet: Fleet, { to, waves }: Promotion, at: string): readonly Problem[] => {
  const environment = fleet.environments.find(({ name }) => name === to);
  const open = environment === undefined ? [] : sites(environment, fleet.catalog);
  const named: readonly string[] = waves.flat();
  const missing = open.filter(({ region }) => !named.includes(region));
  return [
    ...missing.map(({ region }) =>
      fault(
        'PROMOTION_REGION_MISSING',
        at,
        region,
        'stands in no wave, so that no image would ever reach it',
        'add it to a wave of packages/config/src/promotion.ts',
      ),
    ),
    ...named.flatMap((id, index) => [
      ...unless(
        named.indexOf(id) === index,
        'PROMOTION_REGION_TWICE',
        at,
        show(id),
        'stands in a wave already',
        'leave it in one wave',
      ),
      ...unless(
        Object.hasOwn(fleet.catalog, id),
        'PROMOTION_REGION_UNKNOWN',
        at,
        show(id),
        'is no region of the catalog',
        `use one of ${Object.keys(fleet.catalog).join(', ')}`,
      ),
    ]),
  ];
};

// A digest is judged once, where it is pinned: a laxer judge there would open the way around it.
const policy = ({ imagePolicies }: Fleet, { from, to }: Promotion): readonly Problem[] => {
  const [source, target] = [imagePolicies[from], imagePolicies[to]];
  if (source === undefined || target === undefined) return [];
  const holds =
    severityRank(source.tolerates, source) <= severityRank(target.tolerates, target) &&
    severityRank(source.unrated, source) >= severityRank(target.unrated, target) &&
    (source.withoutScan === 'refuse' || target.withoutScan === 'accept');
  return unless(
    holds,
    'PROMOTION_POLICY',
    `imagePolicies.${show(from)}`,
    `${source.tolerates}, unrated ${source.unrated}, without a scan ${source.withoutScan}`,
    `lets pass what ${show(to)} would refuse, and a promotion does not ask again`,
    `make it as strict as imagePolicies.${show(to)}, or stricter`,
  );
};

const underWay = (fleet: Fleet, environment: string, service: string): readonly Problem[] => {
  const next = pinnedImage(fleet.lock, environment, service)?.next;
  if (next === undefined) return [];
  const waves = wavesTo(fleet, environment);
  const done = wavesDone(waves, next.regions);
  return unless(
    done > 0 && done < waves.length,
    'PROMOTION_WAVES_BROKEN',
    `images.lock.json/images/${environment}/${show(service)}/next/regions`,
    show(next.regions.join(', ')),
    `is not some first waves of ${waves.map((wave) => wave.join(' + ')).join(', ')}`,
    'write the regions of whole waves, or take the promotion back: remove next',
  );
};
