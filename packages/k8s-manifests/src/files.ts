import {
  type Cluster,
  type Fleet,
  imageIn,
  type ManifestFile,
  runsServices,
  type Service,
  servicesIn,
} from '@bizflow/config';
import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { bootstrapChart } from './argo-cd/bootstrap-chart.ts';
import { clusterFolder } from './folders.ts';
import { type Migration, writesAtHome } from './migration/migration-chart.ts';
import type { FromOthers } from './platform/component.ts';
import { componentChart } from './platform/component-chart.ts';
import { componentsOf } from './platform/components.ts';
import { serviceChart } from './service/service-chart.ts';
import { manifestsOf, type OrderedChart } from './synth.ts';
import { tenantChart } from './tenant/tenant-chart.ts';

/**
 * Every file of one cluster: a chart for each component and service, each in the place of a tree that
 * its folder has in the cluster's. A service without a pinned image, a problem already, has none.
 */
export const clusterFiles = (
  cluster: Cluster,
  fleet: Fleet,
  others: FromOthers = {},
): readonly ManifestFile[] => [
  ...filesOf(cluster, bootstrapChart(new App(), cluster)),
  ...componentsOf(cluster).flatMap((component) =>
    filesOf(cluster, componentChart(under('platform'), component, { cluster, fleet, others })),
  ),
  // Dedicated tenants are in production only: staging has no data of tenants.
  ...fleet.tenants
    .filter(({ region }) => region === cluster.region.id && runsServices(cluster))
    .filter(() => cluster.environment.approval)
    .flatMap((tenant) => filesOf(cluster, tenantChart(under('tenants'), cluster, tenant))),
  ...servicesIn(cluster, fleet).flatMap((service) => {
    const image = imageIn(fleet.lock, cluster.environment.name, service.name, cluster.region.id);
    if (image === undefined) return [];
    const migration = migrationOf(cluster, fleet, service, others);
    return filesOf(
      cluster,
      serviceChart(under('services'), cluster, service, image.digest, migration),
    );
  }),
];

// A tree for each chart, so that its constructs are garbage as soon as its files are there.
const under = (folder: string): Construct => new Construct(new App(), folder);

/** The migration comes with the service whose release waits for it. */
const migrationOf = (
  cluster: Cluster,
  { tenancy, foundations }: Fleet,
  { name }: Service,
  { migration: files }: FromOthers,
): Migration | null =>
  files !== undefined && name === tenancy.service && writesAtHome(cluster)
    ? { tenancy, files, passwords: foundations[cluster.environment.name].loginPasswords }
    : null;

// One object per file, named so that a reviewer finds it and no two objects share a path.
const filesOf = (cluster: Cluster, ordered: OrderedChart): readonly ManifestFile[] => {
  const folder = `${clusterFolder(cluster)}/${ordered.chart.node.path}`;
  return manifestsOf(ordered).map((body) => ({
    path: `${folder}/${body.kind.toLowerCase()}-${body.metadata.name}.yaml`,
    body,
  }));
};
