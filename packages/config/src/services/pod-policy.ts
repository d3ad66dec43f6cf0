import { freeze } from '@bizflow/kernel';

/** Settings of the pods of every service. */
export const podPolicy = freeze({
  /** User and group of every process of ours, known to no image, so that it owns no file there. */
  userId: 10_001,
  /** What a pod may write: `/tmp`, and with it its logs until they are collected. */
  tmpMi: 64,
  diskMi: 256,
  /** How uneven pods may lie over zones and nodes, as far as there is room. */
  maxSkew: 1,
  /** A minute to start, since Node.js loads slowly on a busy node; then out of traffic, then restarted. */
  startup: { periodSeconds: 2, failureThreshold: 30 },
  readiness: { periodSeconds: 5 },
  liveness: { periodSeconds: 10, failureThreshold: 6 },
});
