import type { Cluster, Fleet, ManifestFile } from '@bizflow/config';
import { edge } from '@bizflow/config/edge';
import { clusterFiles as k8sFiles } from '@bizflow/k8s-manifests';
import { onceForBoth, type Problem } from '@bizflow/kernel';
import { migrationFiles } from '@bizflow/tenant-isolation';
import { ackRules, ackWebAcl, edgeWebAcl, type WebAcl, webAclRules } from '@bizflow/waf-rules';

/** Every file of a cluster: the renderers never know each other, so that they meet here. */
export const clusterFiles = (cluster: Cluster, fleet: Fleet): readonly ManifestFile[] =>
  k8sFiles(cluster, fleet, {
    webAcl: ackWebAcl(webAclOf(cluster, fleet)),
    migration: migrationFiles(fleet.tenancy),
  });

/** What WAF or ACK would refuse of the cluster's web ACL, before they see it. */
export const clusterWebAclRules = (cluster: Cluster, fleet: Fleet): readonly Problem[] => {
  const webAcl = webAclOf(cluster, fleet);
  return [...webAclRules(webAcl, edge.capacity), ...ackRules(webAcl)];
};

// Once: it is checked and rendered.
const webAclOf = onceForBoth(
  ({ name }: Cluster, { catalog }: Fleet): WebAcl =>
    edgeWebAcl({ edge, catalog }, { name }, 'direct'),
);
