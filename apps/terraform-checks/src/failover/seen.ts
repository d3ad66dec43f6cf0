import type { Cluster } from '@bizflow/config';
import { secretName } from '@bizflow/config/names';
import { type Account, printed } from '../order/accounts.ts';
import type { Seen } from './writer-rules.ts';

/** Asks AWS what it has of a region's data. */
export async function seenIn(account: Account, cluster: Cluster): Promise<Seen> {
  const { id: region, database, redis } = cluster.region;
  const asked = async (words: string) =>
    JSON.parse(await printed(account, `aws --region ${region} ${words} --output json`));
  const url = async (secret: string): Promise<string> =>
    asked(
      `secretsmanager get-secret-value --secret-id ${secretName(cluster, secret)} --query SecretString`,
    );
  const [[arn, address, source], [endpoint, role]] = [
    await asked(
      `rds describe-db-instances --db-instance-identifier ${database.identifier} --query "DBInstances[0].[DBInstanceArn,Endpoint.Address,ReadReplicaSourceDBInstanceIdentifier]"`,
    ),
    await asked(
      `elasticache describe-replication-groups --replication-group-id ${redis.identifier} --query "ReplicationGroups[0].[NodeGroups[0].PrimaryEndpoint.Address,GlobalReplicationGroupInfo.GlobalReplicationGroupMemberRole]"`,
    ),
  ];
  return {
    region,
    database: { arn, address, source },
    redis: { address: endpoint, role },
    secrets: { database: await url('database'), redis: await url('redis') },
  };
}
