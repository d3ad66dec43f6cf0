import type { Cluster } from '@bizflow/config';
import { stepTimeouts } from '@bizflow/config/recovery';
import { databaseAvailable } from '../conditions.ts';
import type { Step } from '../runbook.ts';
import { answer, longCommand } from '../shell.ts';

/** A restore under another name, then a rename: the endpoint in the secrets stays valid. */
export const restoreDatabase = (cluster: Cluster): readonly Step[] => {
  const { database } = cluster.region;
  const aside = `${database.identifier}-restored`;
  return [
    {
      title: 'Restore to the latest restorable time, as a second instance',
      why: 'The lost instance is not changed.',
      commands: [
        [
          `if instance_exists ${aside}; then`,
          "  say 'a restore is already running'",
          'else',
          `  ${restore(cluster, aside)}`,
          'fi',
        ].join('\n'),
      ],
      condition: {
        name: 'restored_or_in_place',
        test: `{ ${databaseAvailable(cluster, aside).test}; } || { ${databaseAvailable(cluster, database.identifier).test}; }`,
      },
      timeoutSeconds: stepTimeouts.databaseRestore,
    },
    {
      title: 'Move the lost instance aside, if it still exists',
      why: 'The restored instance needs its name; keep the lost one until its newest rows have been compared.',
      commands: [
        [
          `if instance_exists ${database.identifier}; then`,
          `  ${renameDatabase(cluster, database.identifier, `${database.identifier}-lost`)}`,
          'fi',
        ].join('\n'),
      ],
      condition: {
        name: 'name_is_free_or_taken_over',
        test: `! { instance_exists ${database.identifier} && instance_exists ${aside}; }`,
      },
      timeoutSeconds: stepTimeouts.databaseName,
    },
    {
      title: 'Rename the restored instance to the name of the lost one',
      why: 'The endpoint follows from the name, so no secret and no service has to change.',
      commands: [renameDatabase(cluster, aside, database.identifier)],
      condition: databaseAvailable(cluster, database.identifier),
      timeoutSeconds: stepTimeouts.databaseRename,
    },
  ];
};

/** The shell function that {@link restoreDatabase} uses. */
export const instanceExists = ({ region }: Cluster): string => `instance_exists() {
  aws rds describe-db-instances --region ${region.id} --db-instance-identifier "$1" >/dev/null 2>&1
}`;

const restore = ({ name, region: { id, database } }: Cluster, target: string): string =>
  longCommand('run aws rds restore-db-instance-to-point-in-time', {
    region: id,
    'source-dbi-resource-id': {
      shell: answer(
        'aws rds describe-db-instance-automated-backups',
        'DBInstanceAutomatedBackups[0].DbiResourceId',
        { region: id, 'db-instance-identifier': database.identifier },
      ),
    },
    'target-db-instance-identifier': target,
    'use-latest-restorable-time': null,
    'db-instance-class': database.instance,
    'db-subnet-group-name': name,
    'vpc-security-group-ids': {
      shell: answer('aws ec2 describe-security-groups', 'SecurityGroups[0].GroupId', {
        region: id,
        filters: `Name=group-name,Values=${name}-database`,
      }),
    },
    'db-parameter-group-name': {
      shell: answer(
        'aws rds describe-db-parameter-groups',
        `DBParameterGroups[?starts_with(DBParameterGroupName, '${name}-')].DBParameterGroupName | [0]`,
        { region: id },
      ),
    },
    'deletion-protection': null,
    ...(database.multiAz ? { 'multi-az': null } : {}),
  }).replaceAll('\n', '\n  ');

/** The command that gives an instance another name. */
export const renameDatabase = ({ region }: Cluster, from: string, to: string): string =>
  longCommand('run aws rds modify-db-instance', {
    region: region.id,
    'db-instance-identifier': from,
    'new-db-instance-identifier': to,
    'apply-immediately': null,
  }).replaceAll('\n', '\n  ');
