import { type Cluster, clusters, type Fleet } from '@bizflow/config';
import {
  environmentsFolder,
  observabilityProblems,
  type RootFile,
  regionRoot,
  rootFolder,
} from '@bizflow/terraform-roots';
import { inScope, isWhole, type Scope } from '../scope.ts';
import { serialize } from '../serialize.ts';
import type { RenderedTree } from './rendered-tree.ts';

/** What Terraform applies for each cluster's place; a scope of one service has no part in it. */
export const terraformTree: RenderedTree = {
  folders: (fleet, scope) =>
    isWhole(scope) ? [environmentsFolder] : placesIn(fleet, scope).map(rootFolder),
  plan: (fleet, scope) => ({
    files: placesIn(fleet, scope)
      .flatMap((cluster) => rootFiles(cluster, fleet))
      .map(({ path, body }) => ({ path, text: serialize({ path, body }) })),
    problems: placesIn(fleet, scope).flatMap((cluster) => observabilityProblems(cluster, fleet)),
  }),
};

const placesIn = (fleet: Fleet, scope: Scope): readonly Cluster[] =>
  scope.service === undefined ? clusters(fleet).filter((cluster) => inScope(scope, cluster)) : [];

// The renderers never know each other, so that they meet here.
const rootFiles = (cluster: Cluster, fleet: Fleet): readonly RootFile[] =>
  regionRoot(cluster, fleet);
