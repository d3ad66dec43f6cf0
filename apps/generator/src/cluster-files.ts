import { type Cluster, edge, type Fleet, type ManifestFile, webAclName } from '@bizflow/config';
import {
  confirmed,
  clusterFiles as k8sFiles,
  placeLabels,
  wafFolder,
} from '@bizflow/k8s-manifests';
import type { Problem } from '@bizflow/region-catalog';
import { ackProblems, ackWebAcl, edgePolicy, problemsIn, type WebAcl } from '@bizflow/waf-rules';

// The controller's namespace, in which its custom resources may stand.
const namespace = 'ack-system';

/** Every file of a cluster: the renderers never know each other, so that they meet here. */
export const clusterFiles = (cluster: Cluster, fleet: Fleet): readonly ManifestFile[] => [
  ...k8sFiles(cluster, fleet),
  {
    path: `${wafFolder(cluster)}/webacl-${webAclName(cluster)}.yaml`,
    body: manifest(cluster, fleet),
  },
];

/** What WAF or ACK would refuse of the cluster's web ACL, before they see it. */
export const webAclProblems = (cluster: Cluster, fleet: Fleet): readonly Problem[] => {
  const webAcl = webAclOf(cluster, fleet);
  return [...problemsIn(webAcl, edge.capacity), ...ackProblems(webAcl)];
};

const webAclOf = ({ name }: Cluster, { catalog }: Fleet): WebAcl =>
  edgePolicy({ edge, catalog }, { name }, 'direct');

const manifest = (cluster: Cluster, fleet: Fleet): ManifestFile['body'] => ({
  ...ackWebAcl(webAclOf(cluster, fleet), {
    namespace,
    labels: placeLabels(cluster),
    // Pruned only when a person says so: a load balancer without its web ACL stands open.
    annotations: confirmed,
  }),
});
