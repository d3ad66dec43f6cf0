import type { Cluster } from '../clusters/clusters.ts';
import type { Environment } from '../environments/environments.ts';
import { regionRoot } from './root-paths.ts';
import type { Step } from './step.ts';

/** Some regions by their folders. */
export const named = (own: readonly Cluster[]): Pick<Step, 'title' | 'roots'> => {
  const roots = own.map(regionRoot);
  return { title: roots.map((root) => `\`${root}\``).join(', '), roots };
};

/** All others of an environment in words, so that the page stays when a region comes. */
export const others = (
  { name }: Environment,
  own: readonly Cluster[],
): Pick<Step, 'title' | 'roots'> => ({
  title: `every other region of ${name}`,
  roots: own.map(regionRoot),
});
