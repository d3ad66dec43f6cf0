import { type Problem, unless } from '@bizflow/kernel';
import { sites } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** Links join spokes with the hub only, so a write between two spokes would find no way. */
export const linkRules = ({ catalog, environments, foundations }: Fleet): readonly Problem[] =>
  environments.flatMap((environment) => {
    const hub = foundations[environment.name]?.hub;
    const places = sites(environment, catalog).map(({ region }) => catalog[region]);
    return places.flatMap(({ id, database: { writer } }) =>
      unless(
        writer === id ||
          id === hub ||
          writer === hub ||
          !places.some((other) => other.id === writer),
        {
          code: 'WRITE_WITHOUT_LINK',
          at: `${id}.database.writer`,
          value: writer,
          reason: `is not linked to ${id}: neither of the two is ${environment.name}'s hub ${hub}`,
          remedy: 'make the hub the writer, or let the region write to its own database',
        },
      ),
    );
  });
