import { type Problem, unless } from '@bizflow/kernel';
import { placedNetworkRules } from '@bizflow/region-catalog/rules';
import type { Fleet } from '../fleet/fleet.ts';

/** Every site names a region, and no cluster of any environment shares an address with another. */
export const siteRules = ({ catalog, environments }: Fleet): readonly Problem[] => {
  const own = environments.flatMap((environment) =>
    typeof environment.sites === 'string'
      ? []
      : environment.sites.map(({ region, network }, index) => ({
          at: `environments.${environment.name}.sites[${index}]`,
          environment: environment.name,
          region,
          network,
        })),
  );
  const twice = own.flatMap(({ at, environment, region }, index) =>
    unless(
      own.findIndex((other) => other.environment === environment && other.region === region) ===
        index,
      {
        code: 'SITE_TWICE',
        at: `${at}.region`,
        value: region,
        reason: 'is already a site of this environment',
        remedy: 'give an environment one cluster per region',
      },
    ),
  );
  const unknown = own.flatMap(({ at, region }) =>
    unless(Object.hasOwn(catalog, region), {
      code: 'SITE_REGION',
      at: `${at}.region`,
      value: region,
      reason: 'is not a region of the catalog',
      remedy: `use one of ${Object.keys(catalog).join(', ')}`,
    }),
  );
  const shared = placedNetworkRules([
    ...Object.values(catalog).map(({ id, network }) => ({ at: `${id}.network`, network })),
    ...own.map(({ at, network }) => ({ at: `${at}.network`, network })),
  ]);
  // The catalog reports its own networks: here only what concerns a site is said.
  return [...unknown, ...twice, ...shared.filter(({ at }) => at.startsWith('environments.'))];
};
