import type { Cluster } from '@bizflow/config';
import type { ClusterFolder } from '../../fleet/folders.ts';

/** A cluster that is to be brought up: what it pulls, its facts, and the checkout that has both. */
export interface Site {
  readonly folder: ClusterFolder;
  readonly cluster: Cluster;
  readonly root: string;
}
