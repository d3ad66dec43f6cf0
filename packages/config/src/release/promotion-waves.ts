import { sites } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** The waves of a promotion by the regions that have a cluster there: a disabled one has no turn. */
export const wavesTo = (
  { promotions: ways, environments, catalog }: Fleet,
  to: string,
): readonly (readonly string[])[] => {
  const environment = environments.find(({ name }) => name === to);
  const open = environment === undefined ? [] : sites(environment, catalog);
  const waves = ways.find((way) => way.to === to)?.waves ?? [];
  return waves
    .map((wave) => wave.filter((id) => open.some(({ region }) => region === id)))
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
