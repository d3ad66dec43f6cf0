import { type Cluster, type Fleet, foundations } from '@bizflow/config';
import type { Region } from '@bizflow/region-catalog';
import { type ModuleCall, outputOf } from '../root-file.ts';

/** What a KMS key is for, in the document's "KMS Key Strategy". */
export type KeyPurpose = keyof Region['keys'];

/** The ARN of one of the place's four keys, as another call of its root refers to it. */
export const keyArn = (purpose: KeyPurpose): string =>
  outputOf('security', `key_arns["${purpose}"]`);

/** "Annual", and "automatic" of Secrets Manager's key, which KMS does once a year by default. */
const rotationDays = 365;

/** Keys, secrets and the web ACL that Terraform owns. */
export const security = (cluster: Cluster, fleet: Fleet): ModuleCall => {
  const { hub } = foundations[cluster.environment.name];
  const isHub = cluster.region.id === hub;
  return {
    module: 'security',
    inputs: {
      name: cluster.name,
      keys: Object.fromEntries(
        Object.entries(cluster.region.keys).map(([purpose, { alias, scope }]) => [
          purpose,
          { alias, scope, rotation_days: rotationDays },
        ]),
      ),
      multi_region_role: isHub ? 'primary' : 'replica',
      primary_key_arns: isHub ? {} : primaryKeyArns(cluster, fleet, hub),
    },
    beside: {},
  };
};

// Only AWS mints the id, and it is the same in every region; a name would need the hub to be up.
const primaryKeyArns = (
  { account, environment }: Cluster,
  { minted }: Fleet,
  hub: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(minted.keys[environment.name] ?? {}).map(([purpose, { value }]) => [
      purpose,
      `arn:aws:kms:${hub}:${account}:key/${value}`,
    ]),
  );
