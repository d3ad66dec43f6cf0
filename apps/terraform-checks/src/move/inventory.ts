import type { Account } from '../order/accounts.ts';

/** What holds data in a region: each line a kind and a name. */
const stores = [
  ['database', 'rds describe-db-instances --query "DBInstances[].DBInstanceIdentifier"'],
  [
    'redis',
    'elasticache describe-replication-groups --query "ReplicationGroups[].ReplicationGroupId"',
  ],
  [
    'bucket',
    // A state outlives what it is about.
    "s3api list-buckets --query \"Buckets[?contains(Name, '$region') && !starts_with(Name, 'bizflow-terraform-')].Name\"",
  ],
  ['secret', 'secretsmanager list-secrets --query "SecretList[].Name"'],
  [
    'vault',
    'backup list-backup-vaults --query "BackupVaultList[?BackupVaultName!=\'Default\'].BackupVaultName"',
  ],
  ['images', 'ecr describe-repositories --query "repositories[].repositoryName"'],
] as const;

/** What else costs money, or keeps a name that a later region needs. */
const others = [
  ['cluster', 'eks list-clusters --query clusters'],
  ['network', 'ec2 describe-vpcs --filters Name=is-default,Values=false --query "Vpcs[].VpcId"'],
  [
    'gateway',
    'ec2 describe-nat-gateways --filter Name=state,Values=available --query "NatGateways[].NatGatewayId"',
  ],
  [
    'transit gateway',
    'ec2 describe-transit-gateways --query "TransitGateways[?State!=\'deleted\'].TransitGatewayId"',
  ],
  [
    'peering',
    'ec2 describe-vpc-peering-connections --query "VpcPeeringConnections[?Status.Code==\'active\'].VpcPeeringConnectionId"',
  ],
  ['firewall', 'network-firewall list-firewalls --query "Firewalls[].FirewallName"'],
  ['metrics', 'amp list-workspaces --query "workspaces[].workspaceId"'],
  ['logs', 'logs describe-log-groups --query "logGroups[].logGroupName"'],
  ['topic', 'sns list-topics --query "Topics[].TopicArn"'],
  ['queue', 'sqs list-queues --query QueueUrls'],
  ['alarm', 'cloudwatch describe-alarms --query "MetricAlarms[].AlarmName"'],
  [
    'alias',
    'kms list-aliases --query "Aliases[?starts_with(AliasName, \'alias/bizflow\')].AliasName"',
  ],
  ['web ACL', 'wafv2 list-web-acls --scope REGIONAL --query "WebACLs[].Name"'],
  ['role', 'iam list-roles --query "Roles[?contains(RoleName, \'$region\')].RoleName"'],
] as const;

/** What is in a region of an account that holds data. */
export const storesIn = (account: Account, region: string): Promise<readonly string[]> =>
  asked(account, region, stores);

/** Everything in a region of an account, by the kinds that the roots make. */
export const everythingIn = (account: Account, region: string): Promise<readonly string[]> =>
  asked(account, region, [...stores, ...others]);

// One shell for all of them; what moto cannot answer has nothing there.
async function asked(
  { shell }: Account,
  region: string,
  kinds: readonly (readonly [kind: string, words: string])[],
): Promise<readonly string[]> {
  const lines = kinds.map(
    ([kind, words]) =>
      `{ aws --region "$region" ${words.replaceAll("'$region'", `'${region}'`)} --output text || true; } | tr '\\t' '\\n' | sed '/^None$/d;/^$/d;s/^/${kind} /'`,
  );
  const { text } = await shell(lines.join('\n'), { region });
  return text.split('\n').filter((line) => kinds.some(([kind]) => line.startsWith(`${kind} `)));
}
