import { clustersOf, runsServices } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** The waves of a promotion by the regions where services run: one that a move fills or empties has no turn. */
export const wavesTo = (fleet: Fleet, to: string): readonly (readonly string[])[] => {
  const open = clustersOf({ name: to }, fleet).filter(runsServices);
  const waves = fleet.promotions.find((way) => way.to === to)?.waves ?? [];
  return waves
    .map((wave) => wave.filter((id) => open.some(({ region }) => region.id === id)))
    .filter((wave) => wave.length > 0);
};

/** How many waves have gone out when these regions run the next image; -1 for no such moment. */
export const wavesDone = (
  waves: readonly (readonly string[])[],
  regions: readonly string[],
): number => {
  const done = waves.filter((wave) => wave.every((id) => regions.includes(id))).length;
  const first = waves.slice(0, done).flat();
  const open = waves.flat().filter((id) => regions.includes(id));
  return open.length === first.length && open.every((id) => first.includes(id)) ? done : -1;
};
