import {
  type Cluster,
  type Fleet,
  imageIn,
  type Manifest,
  type ManifestFile,
} from '@bizflow/config';
import { controllers } from '@bizflow/config/platform';
import { servicesApplicationSet, tenantsApplicationSet } from './argo-cd/application-sets.ts';
import {
  controllerApplication,
  platformApplication,
  rootApplication,
} from './argo-cd/applications.ts';
import { platformProject, tenantsProject, workloadsProject } from './argo-cd/projects.ts';
import { bootstrapFolder, platformFolder, servicesFolder, tenantsFolder } from './folders.ts';
import { componentsOf } from './platform/components.ts';
import { serviceManifests } from './service/manifests.ts';
import { tenantManifests } from './tenant/manifests.ts';

/** Every file of one cluster. A service without a pinned image, a problem already, has none. */
export const clusterFiles = (cluster: Cluster, fleet: Fleet): readonly ManifestFile[] => [
  ...inFolder(bootstrapFolder(cluster), [
    rootApplication(cluster),
    platformProject(cluster),
    workloadsProject(cluster),
    tenantsProject(cluster),
    ...controllers.map((controller) => controllerApplication(cluster, controller)),
    ...componentsOf(cluster).map((component) => platformApplication(cluster, component)),
    servicesApplicationSet(cluster),
    tenantsApplicationSet(cluster),
  ]),
  ...componentsOf(cluster).flatMap(({ name, manifests }) =>
    inFolder(platformFolder(cluster, name), manifests(cluster, fleet)),
  ),
  // A tenant's own plane is for production: staging holds nobody's data.
  ...fleet.tenants
    .filter(({ region }) => region === cluster.region.id && cluster.environment.approval)
    .flatMap((tenant) =>
      inFolder(`${tenantsFolder(cluster)}/${tenant.name}`, tenantManifests(cluster, tenant)),
    ),
  ...fleet.services.flatMap((service) => {
    const image = imageIn(fleet.lock, cluster.environment.name, service.name, cluster.region.id);
    return image === undefined
      ? []
      : inFolder(
          `${servicesFolder(cluster)}/${service.name}`,
          serviceManifests(cluster, service, image.digest),
        );
  }),
];

// One object per file, named so that a reviewer finds it and no two objects share a path.
const inFolder = (folder: string, manifests: readonly Manifest[]): readonly ManifestFile[] =>
  manifests.map((body) => ({
    path: `${folder}/${body.kind.toLowerCase()}-${body.metadata.name}.yaml`,
    body,
  }));
