import { runsServices } from '@bizflow/config';
import { type Problem, problem } from '@bizflow/kernel';
import { ofType, type Plan } from '@bizflow/terraform-plan';
import type { PlannedCluster, RenderedFleet } from '../rendered-fleet.ts';
import { type Manifest, manifestsOf } from './manifests.ts';
import { type Migration, migrationsIn, waitingFor } from './migrations.ts';

/** A cluster with what its pods may reach the database by. */
export interface Reaching extends PlannedCluster {
  readonly objects: readonly Manifest[];
  readonly migrations: readonly Migration[];
}

/** Every cluster that runs services, with its objects. */
export const reachingClusters = ({ planned, manifests }: RenderedFleet): readonly Reaching[] =>
  planned
    .filter(({ cluster }) => runsServices(cluster))
    .map((one) => {
      const objects = manifestsOf(manifests, `gitops/${one.cluster.id}/`);
      return { ...one, objects, migrations: migrationsIn(objects) };
    });

/** The databases of a root that are written: a replica has the policies of its writer. */
export const writtenDatabases = (plan: Plan): readonly string[] =>
  ofType(plan, 'aws_db_instance')
    .filter(({ values }) => !values.replicate_source_db)
    .map(({ address }) => address);

/** Beside every written database the migration runs at once, and before each release of the service. */
export const appliedRules = (
  { cluster, plan, objects, migrations }: Reaching,
  service: string,
): readonly Problem[] =>
  writtenDatabases(plan).flatMap((database) => {
    const isAtOnce = migrations.some(({ jobs }) => jobs.length > 0);
    const waiting = migrations.flatMap(({ templates }) => waitingFor(templates, objects));
    const isWaited = waiting.some(({ metadata }) => metadata.name === service);
    return [
      ...(isAtOnce ? [] : [unapplied(cluster.id, database, 'no Job applies it')]),
      ...(isWaited
        ? []
        : [unapplied(cluster.id, database, `no release of ${service} waits for it first`)]),
    ];
  });

const unapplied = (at: string, database: string, value: string): Problem =>
  problem({
    code: 'TENANTS_UNAPPLIED',
    at: `${at} ${database}`,
    value,
    reason: 'so a version could read this database before its tenants are isolated',
    remedy: `look at the tenant-isolation files of gitops/${at}/services/`,
  });
