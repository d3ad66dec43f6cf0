import type { Fleet } from '../fleet/fleet.ts';

/** The ids of all clusters, those of regions that are disabled too: their facts are kept until the region goes. */
export const everyPlace = ({
  environments,
  catalog,
}: Pick<Fleet, 'environments' | 'catalog'>): readonly string[] =>
  environments.flatMap(({ name, sites }) =>
    (typeof sites === 'string' ? Object.keys(catalog) : sites.map(({ region }) => region)).map(
      (region) => `${name}/${region}`,
    ),
  );
