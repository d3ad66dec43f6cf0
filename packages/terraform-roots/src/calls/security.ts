import type { Cluster, Fleet } from '@bizflow/config';
import {
  originHeader,
  originSecretNames,
  originWebAclName,
  webAclName,
} from '@bizflow/config/names';
import { secretPolicy } from '@bizflow/config/secrets';
import type { Region } from '@bizflow/region-catalog';
import { type Blocks, literal, type ModuleCall, type OriginAcl, outputOf } from '../root-file.ts';
import { secretsAt } from '../secrets.ts';
import { ephemeralValues, writtenValue } from './secret-values.ts';

/** What a KMS key is for, in the document's "KMS Key Strategy". */
export type KeyPurpose = keyof Region['keys'];

/** The ARN of one of the place's four keys, as another call of its root refers to it. */
export const keyArn = (purpose: KeyPurpose): string =>
  outputOf('security', `key_arns["${purpose}"]`);

/** Keys, secrets and the web ACL that Terraform owns. */
export const security = (cluster: Cluster, fleet: Fleet, acl: OriginAcl): ModuleCall => {
  const { hub, clustersSynced, logRetentionDays } = fleet.foundations[cluster.environment.name];
  const isHub = cluster.region.id === hub;
  const secrets = secretsAt(cluster, fleet);
  const written = secrets.filter(({ value }) => value === 'drawn' || value === 'copied');
  return {
    module: 'security',
    inputs: {
      name: cluster.name,
      keys: keys(cluster),
      multi_region_role: isHub ? 'primary' : 'replica',
      primary_key_arns: isHub ? {} : primaryKeyArns(cluster, fleet, hub),
      secrets: Object.fromEntries(
        secrets.map(({ name, description, replicaRegions }) => [
          name,
          { description, replica_regions: replicaRegions },
        ]),
      ),
      written_secrets: Object.fromEntries(written.map(({ name, version }) => [name, version])),
      secret_values: Object.fromEntries(
        written.map((secret) => [secret.name, writtenValue(secret)]),
      ),
      origin_acl: cluster.environment.cdn ? originAclOf(cluster, acl) : null,
      direct_acl: { name: webAclName(cluster), exists: clustersSynced },
      redacted_headers: acl.redactedHeaders,
      log_retention_days: logRetentionDays,
    },
    beside: {
      ephemeral: ephemeralValues(cluster, fleet, written),
      ...(cluster.environment.cdn ? { data: originSecrets(cluster) } : {}),
      ...(isHub ? { output: multiRegionKeys } : {}),
    },
  };
};

const keys = (cluster: Cluster): Blocks =>
  Object.fromEntries(
    Object.entries(cluster.region.keys).map(([purpose, { alias, scope }]) => [
      purpose,
      { alias, scope, rotation_days: secretPolicy.keyRotationDays },
    ]),
  );

// AWS assigns the id, and it is the same in every region; a name would need the hub to be up.
const primaryKeyArns = (
  { account, environment }: Cluster,
  { assigned }: Fleet,
  hub: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(assigned.keys[environment.name] ?? {}).map(([purpose, { value }]) => [
      purpose,
      `arn:aws:kms:${hub}:${account}:key/${value}`,
    ]),
  );

// The global root draws the header's values and replicates them to this region.
const originSecrets = ({ environment }: Cluster): Blocks => ({
  aws_secretsmanager_secret_version: Object.fromEntries(
    Object.entries(originSecretNames(environment)).map(([colour, name]) => [
      `origin_${colour}`,
      { secret_id: name },
    ]),
  ),
});

const originAclOf = (cluster: Cluster, { ruleJson }: OriginAcl): Blocks => ({
  name: originWebAclName(cluster),
  rules: literal(ruleJson),
  header: originHeader,
  header_values: Object.keys(originSecretNames(cluster.environment)).map(
    (colour) => `\${data.aws_secretsmanager_secret_version.origin_${colour}.secret_string}`,
  ),
});

const multiRegionKeys: Blocks = {
  multi_region_key_ids: {
    description: 'For packages/config/src/assigned/assigned.ts: keys.',
    value: outputOf('security', 'multi_region_key_ids'),
  },
};
