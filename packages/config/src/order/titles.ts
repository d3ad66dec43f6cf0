import type { Cluster } from '../clusters/clusters.ts';
import type { Environment } from '../environments/environments.ts';
import { regionRoot } from './root-paths.ts';
import type { Step } from './step.ts';

/** Some regions by their folders. */
export const named = (own: readonly Cluster[]): Pick<Step, 'title' | 'roots'> =>
  titled(own.map(regionRoot));

/** Some roots by their folders. */
export const titled = (roots: readonly string[]): Pick<Step, 'title' | 'roots'> => ({
  title: roots.map((root) => `\`${root}\``).join(', '),
  roots,
});

/** Those of an environment with a part in what regions have of each other: in words, and by the fact that says so. */
export const those = (
  { name }: Environment,
  part: string,
  own: readonly Cluster[],
): Pick<Step, 'title' | 'roots'> => ({
  title: `every region of ${name} ${part}`,
  roots: own.map(regionRoot),
});

/** All others of an environment in words, so that the page stays when a region comes. */
export const others = (
  { name }: Environment,
  own: readonly Cluster[],
): Pick<Step, 'title' | 'roots'> => ({
  title: `every other region of ${name}`,
  roots: own.map(regionRoot),
});
