import { type Cluster, hasPlatform } from '@bizflow/config';
import type { Blocks } from './root-file.ts';

/**
 * Whether a store may be deleted, and what it leaves. What remains of a region is to be destroyed: it is no longer
 * protected, and leaves a last snapshot all the same.
 */
export const protection = (cluster: Cluster, deletionProtection: boolean): Blocks =>
  hasPlatform(cluster) || !deletionProtection
    ? { deletion_protection: deletionProtection }
    : { deletion_protection: false, final_snapshot: true };
