import type { Cluster, Fleet, ManifestFile } from '@bizflow/config';
import { edge } from '@bizflow/config/edge';
import { webAclName } from '@bizflow/config/names';
import {
  confirmed,
  clusterFiles as k8sFiles,
  migrationManifests,
  placeLabels,
  servicesFolder,
  wafFolder,
  writesAtHome,
} from '@bizflow/k8s-manifests';
import { onceForBoth, type Problem } from '@bizflow/kernel';
import { migration } from '@bizflow/tenant-isolation';
import { ackProblems, ackWebAcl, edgeWebAcl, problemsIn, type WebAcl } from '@bizflow/waf-rules';

// The controller's namespace, in which its custom resources may stand.
const namespace = 'ack-system';

/** Every file of a cluster: the renderers never know each other, so that they meet here. */
export const clusterFiles = (cluster: Cluster, fleet: Fleet): readonly ManifestFile[] => [
  ...k8sFiles(cluster, fleet),
  {
    path: `${wafFolder(cluster)}/webacl-${webAclName(cluster)}.yaml`,
    body: manifest(cluster, fleet),
  },
  ...tenantIsolation(cluster, fleet),
];

/** The migration stands in the folder of the service whose release waits for it. */
const tenantIsolation = (cluster: Cluster, fleet: Fleet): readonly ManifestFile[] =>
  fleet.services
    .filter(({ name }) => name === fleet.tenancy.service && writesAtHome(cluster))
    .flatMap((service) =>
      migrationManifests(cluster, service, fleet.tenancy, migration(fleet.tenancy)).map((body) => ({
        path: `${servicesFolder(cluster)}/${service.name}/${body.kind.toLowerCase()}-${body.metadata.name}.yaml`,
        body,
      })),
    );

/** What WAF or ACK would refuse of the cluster's web ACL, before they see it. */
export const webAclProblems = (cluster: Cluster, fleet: Fleet): readonly Problem[] => {
  const webAcl = webAclOf(cluster, fleet);
  return [...problemsIn(webAcl, edge.capacity), ...ackProblems(webAcl)];
};

// Once: it is checked and rendered.
const webAclOf = onceForBoth(
  ({ name }: Cluster, { catalog }: Fleet): WebAcl =>
    edgeWebAcl({ edge, catalog }, { name }, 'direct'),
);

const manifest = (cluster: Cluster, fleet: Fleet): ManifestFile['body'] => ({
  ...ackWebAcl(webAclOf(cluster, fleet), {
    namespace,
    labels: placeLabels(cluster),
    // Pruned only when a person says so: a load balancer without its web ACL stands open.
    annotations: confirmed,
  }),
});
