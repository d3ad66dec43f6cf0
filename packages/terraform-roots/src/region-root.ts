import type { Cluster, Fleet } from '@bizflow/config';
import { regionRoot as regionPath } from '@bizflow/config/order';
import { backup } from './calls/backup.ts';
import { certificates } from './calls/certificates.ts';
import { detection } from './calls/detection.ts';
import { eks } from './calls/eks.ts';
import { elasticache } from './calls/elasticache.ts';
import { networkFirewall } from './calls/network-firewall.ts';
import { networkHub } from './calls/network-hub.ts';
import { observability } from './calls/observability.ts';
import { pipelineAccess } from './calls/pipeline-access.ts';
import { rds } from './calls/rds.ts';
import { s3 } from './calls/s3.ts';
import { security } from './calls/security.ts';
import { vpc } from './calls/vpc.ts';
import { workloadRoles } from './calls/workload-roles.ts';
import { folderOf } from './folders.ts';
import {
  type Call,
  callPart,
  filesOf,
  type ModuleCall,
  type OriginAcl,
  type RootFile,
} from './root-file.ts';
import { regionTags, rootSettings } from './settings.ts';

/** The infrastructure of a cluster, one call per module. A new module joins by a line here. */
const calls: readonly Call[] = [
  security,
  vpc,
  eks,
  workloadRoles,
  rds,
  elasticache,
  s3,
  observability,
  certificates,
  detection,
  backup,
];

/** Those that not every place has. */
const callsOfSome: readonly ((cluster: Cluster, fleet: Fleet) => readonly ModuleCall[])[] = [
  networkHub,
  networkFirewall,
  pipelineAccess,
];

/** Every file of the root module of a cluster's place. */
export const regionRoot = (
  cluster: Cluster,
  fleet: Fleet,
  originAcl: OriginAcl,
): readonly RootFile[] => {
  const folder = folderOf(regionPath(cluster));
  const { account, region, environment, id } = cluster;
  const home = { account, region: region.id, key: id };
  return filesOf(folder, [
    ...rootSettings(home, regionTags(environment.name, region)),
    ...calls.map((call) => callPart(folder, call(cluster, fleet, originAcl))),
    ...callsOfSome.flatMap((call) => call(cluster, fleet)).map((call) => callPart(folder, call)),
  ]);
};
