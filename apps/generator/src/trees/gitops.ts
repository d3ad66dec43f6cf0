import { type Cluster, clusters, type Fleet } from '@bizflow/config';
import {
  chartRules,
  clusterFolder,
  clusterRules,
  gitops,
  orderRules,
  schemaRules,
  servicesFolder,
} from '@bizflow/k8s-manifests';
import { chartsLockRules } from '../charts/charts-lock.ts';
import { clusterFiles, clusterWebAclRules } from '../cluster-files.ts';
import { duplicateRules } from '../rules/duplicate-rules.ts';
import { foreignLiteralRules } from '../rules/foreign-literal-rules.ts';
import { clustersIn, isWhole, type Scope } from '../scope.ts';
import { serialize } from '../serialize.ts';
import { type Plan, type RenderedTree, together } from './rendered-tree.ts';

/** What each cluster's Argo CD pulls. */
export const gitopsTree: RenderedTree = {
  folders: (fleet, scope) =>
    isWhole(scope) ? [gitops] : clustersIn(fleet, scope).map((cluster) => folder(cluster, scope)),
  plan: (fleet, scope) => {
    // Without an order there are no sync waves, and so no objects; without a lock no chart is known.
    const problems = [...orderRules(), ...chartsLockRules(fleet.charts)];
    if (problems.length > 0) return { files: [], problems };
    return together(clustersIn(fleet, scope).map((cluster) => clusterPlan(fleet, cluster, scope)));
  },
  parts: (fleet) =>
    clusters(fleet).map((cluster) => ({
      name: clusterFolder(cluster),
      files: () => clusterFiles(cluster, fleet),
    })),
};

const folder = (cluster: Cluster, { service }: Scope): string =>
  service === undefined ? clusterFolder(cluster) : `${servicesFolder(cluster)}/${service}`;

const clusterPlan = (fleet: Fleet, cluster: Cluster, scope: Scope): Plan => {
  const within = `${folder(cluster, scope)}/`;
  const all = clusterFiles(cluster, fleet);
  const manifests = all.filter(({ path }) => path.startsWith(within));
  const files = manifests.map((file) => ({ ...file, text: serialize(file) }));
  return {
    files: files.map(({ path, text }) => ({ path, text })),
    problems: [
      ...clusterWebAclRules(cluster, fleet),
      ...duplicateRules(manifests),
      ...clusterRules(cluster, all),
      ...chartRules(cluster, all, fleet.charts),
      ...files.flatMap(({ path, body }) => schemaRules(body, path)),
      ...files.flatMap(foreignLiteralRules(cluster, fleet)),
    ],
  };
};
