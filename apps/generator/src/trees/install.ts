import { clusters } from '@bizflow/config';
import { argoCdInstall, install, installFolder } from '@bizflow/k8s-manifests';
import { inScope, isWhole } from '../scope.ts';
import { serialize } from '../serialize.ts';
import type { RenderedTree } from './rendered-tree.ts';

/** What a person gives to Helm once per cluster; a scope of one service has no part in it. */
export const installTree: RenderedTree = {
  folders: (fleet, scope) => {
    if (isWhole(scope)) return [install];
    return scope.service === undefined
      ? clusters(fleet)
          .filter((cluster) => inScope(scope, cluster))
          .map(installFolder)
      : [];
  },
  plan: (fleet, scope) => ({
    files:
      scope.service === undefined
        ? clusters(fleet)
            .filter((cluster) => inScope(scope, cluster))
            .flatMap(argoCdInstall)
            .map((file) => ({ path: file.path, text: serialize(file) }))
        : [],
    problems: [],
  }),
};
