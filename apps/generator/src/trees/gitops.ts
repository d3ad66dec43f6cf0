import { type Cluster, clusters, type Fleet } from '@bizflow/config';
import {
  clusterFolder,
  clusterProblems,
  gitops,
  schemaProblems,
  servicesFolder,
} from '@bizflow/k8s-manifests';
import type { Problem } from '@bizflow/region-catalog';
import { duplicates } from '../checks/duplicates.ts';
import { foreignLiterals } from '../checks/foreign-literals.ts';
import { clusterFiles, webAclProblems } from '../cluster-files.ts';
import { inScope, isWhole, type Scope } from '../scope.ts';
import { serialize } from '../serialize.ts';
import { type Plan, type RenderedTree, together } from './rendered-tree.ts';

/** What each cluster's Argo CD pulls. */
export const gitopsTree: RenderedTree = {
  folders: (fleet, scope) =>
    isWhole(scope) ? [gitops] : clustersIn(fleet, scope).map((cluster) => folder(cluster, scope)),
  plan: (fleet, scope) =>
    together(clustersIn(fleet, scope).map((cluster) => clusterPlan(fleet, cluster, scope))),
};

const clustersIn = (fleet: Fleet, scope: Scope): readonly Cluster[] =>
  clusters(fleet).filter((cluster) => inScope(scope, cluster));

const folder = (cluster: Cluster, { service }: Scope): string =>
  service === undefined ? clusterFolder(cluster) : `${servicesFolder(cluster)}/${service}`;

const clusterPlan = (fleet: Fleet, cluster: Cluster, scope: Scope): Plan => {
  const within = `${folder(cluster, scope)}/`;
  const all = clusterFiles(cluster, fleet);
  const manifests = all.filter(({ path }) => path.startsWith(within));
  const foreign = foreignLiterals(cluster, fleet);
  const problems: Problem[] = [
    ...webAclProblems(cluster, fleet),
    ...duplicates(manifests),
    ...clusterProblems(cluster, all),
  ];
  const files = manifests.map(({ path, body }) => {
    const text = serialize({ path, body });
    problems.push(...schemaProblems(body, path), ...foreign({ path, body, text }));
    return { path, text };
  });
  return { files, problems };
};
