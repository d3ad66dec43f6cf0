import type { Manifest } from '@bizflow/config';
import { once } from '@bizflow/kernel';
import { bootstrapFolder, platformFolder } from '../folders.ts';
import { type ClusterObjects, waveOf } from './objects.ts';

/** Waves of the bootstrap, by what they bring. */
export type Waves = ReadonlyMap<string, number>;

/** The wave of each Application, by its name. */
export const applicationWaves = once(
  (objects: ClusterObjects): Waves =>
    new Map(objects.ofKind<Manifest>('Application').map(({ name, body }) => [name, waveOf(body)])),
);

/** The bootstrap wave that brings a folder: that of its component, or of the ApplicationSets. */
export const arrivals = (objects: ClusterObjects): ((folder: string) => number | undefined) => {
  const bootstrap = bootstrapFolder(objects.cluster);
  const platform = platformFolder(objects.cluster, '');
  const applications = applicationWaves(objects);
  const last = Math.min(
    ...objects.ofKind<Manifest>('ApplicationSet').map(({ body }) => waveOf(body)),
  );
  return (folder) => {
    // A person brings Argo CD and the root: what it reads itself is there before anything.
    if (folder === bootstrap) return Number.POSITIVE_INFINITY;
    return folder.startsWith(platform) ? applications.get(folder.slice(platform.length)) : last;
  };
};
