import { type Cluster, clusters, type Fleet, fleetProblems } from '@bizflow/config';
import { schemaProblems } from '@bizflow/k8s-manifests';
import type { Problem } from '@bizflow/region-catalog';
import { duplicates } from './checks/duplicates.ts';
import { foreignLiterals } from './checks/foreign-literals.ts';
import { clusterFiles, webAclProblems } from './cluster-files.ts';
import { inScope, type Scope, scopeProblems } from './scope.ts';
import { serialize } from './serialize.ts';

/** A file with the exact bytes it shall hold. */
export interface RenderedFile {
  readonly path: string;
  readonly text: string;
}

/** What a render would write, and everything that speaks against it or should be known. */
export interface Plan {
  readonly files: readonly RenderedFile[];
  readonly problems: readonly Problem[];
}

/** Pure: the same fleet and scope give the same bytes. No file is planned while an error stands. */
export function plan(fleet: Fleet, scope: Scope): Plan {
  const faults = [...fleetProblems(fleet), ...scopeProblems(fleet, scope)];
  if (faults.some(isError)) return { files: [], problems: faults };
  const parts = clusters(fleet)
    .filter((cluster) => inScope.cluster(scope, cluster))
    .map((cluster) => clusterPlan(fleet, cluster, scope));
  return {
    files: parts.flatMap(({ files }) => files),
    problems: [...faults, ...parts.flatMap(({ problems }) => problems)],
  };
}

/** Whether a problem stops a render. */
export const isError = ({ severity }: Problem): boolean => severity === 'error';

const clusterPlan = (fleet: Fleet, cluster: Cluster, scope: Scope): Plan => {
  const manifests = clusterFiles(cluster, fleet).filter(({ path }) =>
    inScope.path(scope, cluster, path),
  );
  const foreign = foreignLiterals(cluster, fleet);
  const problems: Problem[] = [...webAclProblems(cluster, fleet), ...duplicates(manifests)];
  const files = manifests.map(({ path, body }) => {
    const text = serialize(body);
    problems.push(...schemaProblems(body, path), ...foreign({ path, body, text }));
    return { path, text };
  });
  return { files, problems };
};
