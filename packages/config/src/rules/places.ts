import { networkProblems, type Problem, unless } from '@bizflow/region-catalog';
import type { Fleet } from '../fleet.ts';
import { show } from './show.ts';

/** Every site names a region, and no cluster of any environment shares an address with another. */
export const places = ({ catalog, environments }: Fleet): readonly Problem[] => {
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
      'SITE_TWICE',
      `${at}.region`,
      show(region),
      'is a site of this environment already',
      'give an environment one cluster per region',
    ),
  );
  const unknown = own.flatMap(({ at, region }) =>
    unless(
      Object.hasOwn(catalog, region),
      'SITE_REGION',
      `${at}.region`,
      show(region),
      'is no region of the catalog',
      `use one of ${Object.keys(catalog).join(', ')}`,
    ),
  );
  const shared = networkProblems([
    ...Object.values(catalog).map(({ id, network }) => ({ at: `${id}.network`, network })),
    ...own.map(({ at, network }) => ({ at: `${at}.network`, network })),
  ]);
  // The catalog reports its own networks: here only what concerns a site is said.
  return [...unknown, ...twice, ...shared.filter(({ at }) => at.startsWith('environments.'))];
};
