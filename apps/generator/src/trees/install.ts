import { type Cluster, clusters, type Fleet } from '@bizflow/config';
import { install, installFolder } from '@bizflow/config/platform';
import { argoCdInstall } from '@bizflow/k8s-manifests';
import { clustersIn, isWhole, type Scope } from '../scope.ts';
import { type RenderedTree, written } from './rendered-tree.ts';

/** What a person gives to Helm and kubectl once per cluster; a scope of one service has no part in it. */
export const installTree: RenderedTree = {
  folders: (fleet, scope) => (isWhole(scope) ? [install] : places(fleet, scope).map(installFolder)),
  plan: (fleet, scope) => written(places(fleet, scope).flatMap(argoCdInstall)),
  parts: (fleet) =>
    clusters(fleet).map((cluster) => ({
      name: installFolder(cluster),
      files: () => argoCdInstall(cluster),
    })),
};

const places = (fleet: Fleet, scope: Scope): readonly Cluster[] =>
  scope.service === undefined ? clustersIn(fleet, scope) : [];
