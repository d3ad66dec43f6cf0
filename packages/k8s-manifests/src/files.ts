import {
  type Cluster,
  type Fleet,
  type Manifest,
  type ManifestFile,
  pinnedImage,
} from '@bizflow/config';
import { servicesApplicationSet } from './argo-cd/application-sets.ts';
import { platformApplication, rootApplication } from './argo-cd/applications.ts';
import { platformProject, workloadsProject } from './argo-cd/projects.ts';
import { bootstrapFolder, platformFolder, servicesFolder } from './folders.ts';
import { secretStore } from './secret-store.ts';
import { serviceManifests } from './service/manifests.ts';

const secretStoreComponent = 'secret-store';

/** Every file of one cluster. A service without a pinned image, a problem already, has none. */
export const clusterFiles = (
  cluster: Cluster,
  { services, lock }: Fleet,
): readonly ManifestFile[] => [
  ...inFolder(bootstrapFolder(cluster), [
    rootApplication(cluster),
    platformProject(cluster),
    workloadsProject(cluster),
    platformApplication(cluster, secretStoreComponent, 'external-secrets'),
    servicesApplicationSet(cluster),
  ]),
  ...inFolder(platformFolder(cluster, secretStoreComponent), [secretStore(cluster)]),
  ...services.flatMap((service) => {
    const image = pinnedImage(lock, cluster.environment.name, service.name);
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
