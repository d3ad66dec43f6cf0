import { freeze } from '@bizflow/kernel';
import type { RegionId } from '@bizflow/region-catalog';
import type { EnvironmentName } from '../environments/environments.ts';

/** A value that AWS, or GitHub, assigns. A placeholder is used until the real one is known. */
export interface AssignedValue {
  readonly value: string;
  readonly placeholder: boolean;
}

/** What AWS assigns to one cluster. */
export interface AssignedToCluster {
  /** Amazon Managed Service for Prometheus workspace: `ws-` and a UUID. */
  readonly prometheusWorkspace: AssignedValue;
  /** The security group of Fargate pods, the only network policy that reaches them. */
  readonly fargateSecurityGroup: AssignedValue;
  /** The user pool in which people sign on to its Argo CD: the region and nine characters. */
  readonly userPool: AssignedValue;
  /** Argo CD's client of that pool. */
  readonly signOnClient: AssignedValue;
}

/** What GitHub assigns to the App that reads the repository, and to its installation. */
export interface AssignedGitHubApp {
  readonly app: AssignedValue;
  readonly installation: AssignedValue;
}

/** The multi-Region keys of an environment: one id in all its regions, made where its hub is. */
export interface AssignedKeys {
  readonly secrets: AssignedValue;
  readonly application: AssignedValue;
}

/** What is signed, each with a key of its own: who may sign the one may not sign the other. */
export type Signed = 'images' | 'renders';

export type AccountName = EnvironmentName | 'delivery';

/** Names a cluster: its environment and its region. */
export type ClusterId = `${EnvironmentName}/${RegionId}`;

/** A documentation-only value: a warning until it is replaced by `assigned('...')`. */
export const placeholder = (value: string): AssignedValue => ({ value, placeholder: true });

/** A value as AWS assigned it; waits for the first real one. @public */
export const assigned = (value: string): AssignedValue => ({ value, placeholder: false });

/** Every value that AWS and GitHub assign, in one place. Replace `placeholder` by `assigned` with the real one. */
export const assignedValues = freeze({
  accounts: {
    production: placeholder('111122223333'),
    staging: placeholder('444455556666'),
    /** Owns the ECR repositories, replicated to every region. */
    delivery: placeholder('123456789012'),
  } satisfies Record<AccountName, AssignedValue>,
  keys: {
    production: {
      secrets: placeholder('mrk-00000000000000000000000000000001'),
      application: placeholder('mrk-00000000000000000000000000000002'),
    },
  } satisfies Partial<Record<EnvironmentName, AssignedKeys>>,
  /** Global Datastores by the id in the catalog; AWS adds a prefix of five letters. */
  datastores: {
    'bizflow-redis-global': placeholder('aaaaa-bizflow-redis-global'),
  },
  /**
   * The public keys of the delivery account's signing keys: one line of base64, as
   * `aws kms get-public-key --key-id alias/... --output text --query PublicKey` prints it.
   */
  signing: {
    images: placeholder(
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE+i6djAbRj5VUYHmYbiTAsbY/ffcIDLw6SDnAQGFUti4V7xyp3qiFZsQm5ZLs3RuP5vS0UiVgWdJG2e+1ASyT+A==',
    ),
    renders: placeholder(
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEdbXdXRbt+UiYLrLlm7392YIqTgy+l3rMJZ1McsZl99gBvYYhoPwEZHBZS4Y++204RsCF82ydBe8LSNpdB6lQRg==',
    ),
  } satisfies Record<Signed, AssignedValue>,
  gitHubApp: {
    app: placeholder('1000001'),
    installation: placeholder('10000001'),
  } satisfies AssignedGitHubApp,
  clusters: {
    'production/ap-south-1': {
      prometheusWorkspace: placeholder('ws-00000000-0000-4000-8000-000000000001'),
      fargateSecurityGroup: placeholder('sg-00000000000000001'),
      userPool: placeholder('ap-south-1_EXAMPLE01'),
      signOnClient: placeholder('00000000000000000000000001'),
    },
    'production/ap-southeast-1': {
      prometheusWorkspace: placeholder('ws-00000000-0000-4000-8000-000000000002'),
      fargateSecurityGroup: placeholder('sg-00000000000000002'),
      userPool: placeholder('ap-southeast-1_EXAMPLE02'),
      signOnClient: placeholder('00000000000000000000000002'),
    },
    'production/me-south-1': {
      prometheusWorkspace: placeholder('ws-00000000-0000-4000-8000-000000000003'),
      fargateSecurityGroup: placeholder('sg-00000000000000003'),
      userPool: placeholder('me-south-1_EXAMPLE03'),
      signOnClient: placeholder('00000000000000000000000003'),
    },
    'production/eu-west-2': {
      prometheusWorkspace: placeholder('ws-00000000-0000-4000-8000-000000000004'),
      fargateSecurityGroup: placeholder('sg-00000000000000004'),
      userPool: placeholder('eu-west-2_EXAMPLE04'),
      signOnClient: placeholder('00000000000000000000000004'),
    },
    'staging/ap-south-1': {
      prometheusWorkspace: placeholder('ws-00000000-0000-4000-8000-000000000005'),
      fargateSecurityGroup: placeholder('sg-00000000000000005'),
      userPool: placeholder('ap-south-1_EXAMPLE05'),
      signOnClient: placeholder('00000000000000000000000005'),
    },
  } satisfies Partial<Record<ClusterId, AssignedToCluster>>,
});
