import { freeze } from '@bizflow/kernel';
import type { RegionId } from '@bizflow/region-catalog';
import type { EnvironmentName } from './environments.ts';

/** A value that only AWS can mint. An example stands in until the real one is known. */
export interface Minted {
  readonly value: string;
  readonly example: boolean;
}

/** What AWS minted for one cluster. */
export interface ClusterMinted {
  /** Amazon Managed Service for Prometheus workspace: `ws-` and a UUID. */
  readonly prometheusWorkspace: Minted;
  /** The security group of Fargate pods, the only network policy that reaches them. */
  readonly fargateSecurityGroup: Minted;
}

/** The multi-Region keys of an environment: one id in all its regions, made where its hub is. */
export interface KeysMinted {
  readonly secrets: Minted;
  readonly application: Minted;
}

export type AccountName = EnvironmentName | 'delivery';

/** Names a cluster: its environment and its region. */
export type ClusterId = `${EnvironmentName}/${RegionId}`;

/** A documentation-only value: a named problem until it is replaced by `minted('...')`. */
export const example = (value: string): Minted => ({ value, example: true });

/** A value as AWS minted it. */
export const minted = (value: string): Minted => ({ value, example: false });

/** Every value only AWS can mint, in one place. Replace `example` by `minted` with the real one. */
export const mintedValues = freeze({
  accounts: {
    production: example('111122223333'),
    staging: example('444455556666'),
    /** Owns the ECR repositories, replicated to every region. */
    delivery: example('123456789012'),
  } satisfies Record<AccountName, Minted>,
  keys: {
    production: {
      secrets: example('mrk-00000000000000000000000000000001'),
      application: example('mrk-00000000000000000000000000000002'),
    },
  } satisfies Partial<Record<EnvironmentName, KeysMinted>>,
  /** Global Datastores by the catalog's id, before which AWS puts five letters of its own. */
  datastores: {
    'bizflow-redis-global': example('aaaaa-bizflow-redis-global'),
  },
  clusters: {
    'production/ap-south-1': {
      prometheusWorkspace: example('ws-00000000-0000-4000-8000-000000000001'),
      fargateSecurityGroup: example('sg-00000000000000001'),
    },
    'production/ap-southeast-1': {
      prometheusWorkspace: example('ws-00000000-0000-4000-8000-000000000002'),
      fargateSecurityGroup: example('sg-00000000000000002'),
    },
    'production/me-south-1': {
      prometheusWorkspace: example('ws-00000000-0000-4000-8000-000000000003'),
      fargateSecurityGroup: example('sg-00000000000000003'),
    },
    'production/eu-west-2': {
      prometheusWorkspace: example('ws-00000000-0000-4000-8000-000000000004'),
      fargateSecurityGroup: example('sg-00000000000000004'),
    },
    'staging/ap-south-1': {
      prometheusWorkspace: example('ws-00000000-0000-4000-8000-000000000005'),
      fargateSecurityGroup: example('sg-00000000000000005'),
    },
  } satisfies Partial<Record<ClusterId, ClusterMinted>>,
});
