import { freeze } from '@bizflow/kernel';
import type { EnvironmentName } from '../environments/environments.ts';

/** Whose pods are asked for a signature: namespaces say by a label whose they are. */
export type SignedPlane = 'workloads' | 'tenants';

/** How a cluster refuses an image that our pipeline has not signed. */
export interface ImageAdmission {
  /** The webhook, in the message that a person reads, and the configuration that brings it. */
  readonly webhook: string;
  readonly planes: readonly SignedPlane[];
  /** Public keys of the keys before it, as in assigned.ts, while an image that one of them signed still runs. */
  readonly formerKeys: readonly string[];
  /** What becomes of a new pod while the webhook does not answer. */
  readonly whenAway: Readonly<Record<EnvironmentName, 'refuse' | 'admit'>>;
  /** How long the API server waits for an answer. */
  readonly timeoutSeconds: number;
}

/** Decision 0085. */
export const imageAdmission: ImageAdmission = freeze({
  webhook: 'signatures.bizflow.io',
  planes: ['workloads', 'tenants'],
  formerKeys: [],
  whenAway: { production: 'refuse', staging: 'refuse' },
  // What the API server takes by itself; a signature is two small reads from the registry of the region.
  timeoutSeconds: 10,
});

/**
 * The label by which an administrator lets the pods of one namespace pass, until it is removed. Not a fact to choose: the
 * controller itself puts it into the selector of its webhook (knative.dev/pkg, webhook/helper.go).
 */
export const exemptionLabel = (): string => 'webhooks.knative.dev/exclude';
