import { freeze, type RegionId } from '@bizflow/region-catalog';
import { sites } from './clusters.ts';
import type { EnvironmentName } from './environments.ts';
import type { Fleet } from './fleet.ts';

/** A way of an image from one environment to another, a few regions at a time. */
export interface Promotion {
  readonly from: EnvironmentName;
  readonly to: EnvironmentName;
  /** The regions in the order they get it; a region stands in exactly one wave. */
  readonly waves: readonly (readonly RegionId[])[];
}

/** Lowest traffic first; Singapore writes to India's database, so it stands right before it. */
export const promotions = freeze([
  {
    from: 'staging',
    to: 'production',
    waves: [['me-south-1'], ['eu-west-2'], ['ap-southeast-1'], ['ap-south-1']],
  },
] as const satisfies readonly Promotion[]);

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
