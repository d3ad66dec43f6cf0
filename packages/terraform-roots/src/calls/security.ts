import type { Cluster, Fleet } from '@bizflow/config';
import { foundations } from '@bizflow/config/foundation';
import {
  originHeader,
  originSecretNames,
  originWebAclName,
  secretName,
  webAclName,
} from '@bizflow/config/names';
import { drawnSecrets, secretPolicy } from '@bizflow/config/secrets';
import type { Region } from '@bizflow/region-catalog';
import { writerOf } from '../neighbours.ts';
import { type Blocks, literal, type ModuleCall, type OriginAcl, outputOf } from '../root-file.ts';
import { type PlacedSecret, secretsAt } from '../secrets.ts';

/** What a KMS key is for, in the document's "KMS Key Strategy". */
export type KeyPurpose = keyof Region['keys'];

/** The ARN of one of the place's four keys, as another call of its root refers to it. */
export const keyArn = (purpose: KeyPurpose): string =>
  outputOf('security', `key_arns["${purpose}"]`);

/** The ARN of a secret of the place, once it holds what Terraform writes. */
export const secretArnOf = (cluster: Cluster, secret: string): string =>
  outputOf('security', `secret_arns["${secretName(cluster, secret)}"]`);

/** Keys, secrets and the web ACL that Terraform owns. */
export const security = (cluster: Cluster, fleet: Fleet, acl: OriginAcl): ModuleCall => {
  const { hub, credentialsVersion, clustersSynced, logRetentionDays } =
    foundations[cluster.environment.name];
  const isHub = cluster.region.id === hub;
  const secrets = secretsAt(cluster, fleet);
  const written = secrets.filter(({ value }) => value === 'drawn' || value === 'copied');
  return {
    module: 'security',
    inputs: {
      name: cluster.name,
      keys: Object.fromEntries(
        Object.entries(cluster.region.keys).map(([purpose, { alias, scope }]) => [
          purpose,
          { alias, scope, rotation_days: secretPolicy.keyRotationDays },
        ]),
      ),
      multi_region_role: isHub ? 'primary' : 'replica',
      primary_key_arns: isHub ? {} : primaryKeyArns(cluster, fleet, hub),
      secrets: Object.fromEntries(
        secrets.map(({ name, description, replicaRegions }) => [
          name,
          { description, replica_regions: replicaRegions },
        ]),
      ),
      written_secrets: written.map(({ name }) => name),
      secret_values: Object.fromEntries(
        written.map((secret) => [secret.name, writtenValue(secret)]),
      ),
      credentials_version: credentialsVersion,
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

// Only AWS mints the id, and it is the same in every region; a name would need the hub to be up.
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

const label = (secret: string): string => secret.replaceAll('-', '_');

const writtenValue = ({ secret, value }: PlacedSecret): string =>
  value === 'drawn'
    ? `\${ephemeral.aws_secretsmanager_random_password.${label(secret)}.random_password}`
    : `\${ephemeral.aws_secretsmanager_secret_version.${label(secret)}.secret_string}`;

/** Drawn anew at each run and kept by Secrets Manager alone, or read from the writer's copy here. */
const ephemeralValues = (
  cluster: Cluster,
  fleet: Fleet,
  written: readonly PlacedSecret[],
): Blocks => {
  const writer = writerOf(cluster, fleet);
  if (writer !== undefined) {
    const copies = written.map(({ secret }) => [
      label(secret),
      { secret_id: secretName(writer, secret) },
    ]);
    return { aws_secretsmanager_secret_version: Object.fromEntries(copies) };
  }
  const draws = written.map(({ secret }) => [
    label(secret),
    { password_length: secretPolicy.passwordLength, exclude_punctuation: true },
  ]);
  return {
    aws_secretsmanager_random_password: Object.fromEntries(draws),
    aws_secretsmanager_secret_version: Object.fromEntries(
      [drawnSecrets.administrator, drawnSecrets.application].map((secret) => [
        label(secret),
        { secret_id: secretArnOf(cluster, secret) },
      ]),
    ),
  };
};

/** A drawn value as Secrets Manager keeps it, for whoever needs it in the same run. */
export const drawnValue = (secret: string): string =>
  `\${ephemeral.aws_secretsmanager_secret_version.${label(secret)}.secret_string}`;

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
