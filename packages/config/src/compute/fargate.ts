import { freeze } from '@bizflow/kernel';

/** Logs of Fargate pods, as EKS's built-in Fluent Bit sends them. */
export const fargateLogs = freeze({
  /** How long Fluent Bit keeps what the API server says of a pod; our decision, to spare the server. */
  metadataCacheSeconds: 300,
});
