import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contains } from '@bizflow/kernel';
import type { RegionId, ResidencyException } from '@bizflow/region-catalog';
import type { Plan, Values } from '@bizflow/terraform-plan';
import { describe, expect, it } from 'vitest';
import { ownClusters, ownFacts } from '../../testing/clusters.ts';
import { ownPlans, repository } from '../../testing/repository.ts';
import { borderProblems, impersonalPages } from './borders.ts';
import type { Edge, EdgeKind, Places } from './edge.ts';
import { bucketsIn, edgesOf } from './edges.ts';
import { foreignArns } from './foreign-arns.ts';

const { catalog, exceptions } = ownFacts;
const crossings = (edges: readonly Edge[], allowed: readonly ResidencyException[] = exceptions) =>
  borderProblems(edges, allowed, (region) => region in catalog);
const production = ownClusters.filter(({ cluster }) => cluster.environment.name === 'production');
const regional = production.map(({ plan }) => plan);

const places: Places = {
  buckets: bucketsIn(ownPlans),
  regionOfAddress: (cidr) =>
    Object.values(catalog).find(({ network }) => contains(network.vpc, cidr))?.id,
  primaryOf: (datastore) =>
    Object.values(catalog).find(
      ({ redis }) => redis.global?.role === 'primary' && datastore.includes(redis.global.id),
    )?.id,
};

const own = edgesOf(ownPlans, places);

describe('what the roots carry between regions', () => {
  it('crosses no border without a cited exception', () => {
    expect(crossings(own)).toEqual([]);
  });

  it('is all seen: no region names a thing of another outside of these edges', () => {
    expect(foreignArns(regional, own)).toEqual([]);
  });

  it('leaves UAE and United Kingdom only as images and key material', () => {
    const bound: readonly string[] = ['me-south-1', 'eu-west-2'] satisfies readonly RegionId[];
    const kinds = own.filter(({ from }) => bound.includes(from)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'image-replica' && kind !== 'key-replica')).toEqual([]);
  });

  it('has a page for each kind that needs no exception', () => {
    expect(impersonalPages.filter((page) => !existsSync(join(repository, page)))).toEqual([]);
  });
});

const [, , uae, uk] = regional;

/** The edges of a root with one resource more. */
const planted = (plan: Plan | undefined, type: string, values: Values): readonly Edge[] => {
  if (plan === undefined) throw new RangeError('four regions stand');
  const more = {
    address: 'planted',
    mode: 'managed',
    type,
    values,
    place: plan.place,
    folder: '',
  } as const;
  return edgesOf([{ ...plan, resources: [more] }], {
    ...places,
    buckets: new Map([
      ['theirs', 'ap-south-1'],
      ['log', 'eu-west-2'],
    ]),
  });
};

const arn = (service: string, region: string): string =>
  `arn:aws:${service}:${region}:111122223333:x`;

describe('a planted crossing', () => {
  it.each<[EdgeKind, Plan | undefined, string, Values]>([
    ['database-replica', uk, 'aws_db_instance', { replicate_source_db: arn('rds', 'me-south-1') }],
    [
      'backup-copy',
      uk,
      'aws_db_instance_automated_backups_replication',
      { source_db_instance_arn: arn('rds', 'me-south-1') },
    ],
    [
      'backup-copy',
      uae,
      'aws_backup_plan',
      { rule: [{ copy_action: [{ destination_vault_arn: arn('backup', 'eu-west-2') }] }] },
    ],
    [
      'redis-replica',
      uk,
      'aws_elasticache_replication_group',
      { global_replication_group_id: 'ldgnf-bizflow-redis-global' },
    ],
    [
      'bucket-replica',
      uae,
      'aws_s3_bucket_replication_configuration',
      { rule: [{ destination: [{ bucket: 'arn:aws:s3:::theirs' }] }] },
    ],
    [
      'bucket-replica',
      uae,
      'aws_s3_bucket_replication_configuration',
      { rule: [{ destination: [{ bucket: 'arn:aws:s3:::unheard-of' }] }] },
    ],
    ['secret-replica', uk, 'aws_secretsmanager_secret', { replica: [{ region: 'ap-south-1' }] }],
    ['log', uae, 'aws_flow_log', { log_destination: 'arn:aws:s3:::theirs' }],
    ['log', uae, 'aws_cloudtrail', { s3_bucket_name: 'log' }],
    ['log', uk, 'aws_cloudwatch_event_target', { arn: arn('events', 'ap-south-1') }],
    ['log', uk, 'aws_securityhub_finding_aggregator', { specified_regions: ['me-south-1'] }],
    [
      'network',
      uk,
      'aws_route',
      { transit_gateway_id: 'x', destination_cidr_block: '10.3.0.0/16' },
    ],
    ['network', uae, 'aws_ec2_transit_gateway_route', { destination_cidr_block: '10.4.21.0/24' }],
  ])('as %s is told', (kind, plan, type, values) => {
    const edges = planted(plan, type, values);
    expect(edges.map((edge) => edge.kind)).toEqual([kind]);
    expect(crossings(edges)).toMatchObject([{ code: 'BORDER_CROSSED' }]);
  });

  it('of a kind that no one thought of shows by the region that it names', () => {
    if (uk === undefined) throw new RangeError('four regions stand');
    const values = { stream: arn('kinesis', 'me-south-1') };
    const more = {
      address: 'p',
      mode: 'managed',
      type: 'aws_x',
      values,
      place: uk.place,
      folder: '',
    } as const;
    expect(foreignArns([{ ...uk, resources: [more] }], [])).toMatchObject([
      { code: 'ARN_FOREIGN' },
    ]);
  });

  it('is allowed by the exception that the catalog cites, and by no other', () => {
    const edge: Edge = {
      kind: 'database-replica',
      from: 'ap-south-1',
      to: 'ap-southeast-1',
      at: 'x',
    };
    expect(crossings([edge])).toEqual([]);
    expect(
      crossings(
        [edge],
        exceptions.filter(({ flow }) => flow !== edge.kind),
      ),
    ).toHaveLength(1);
    expect(crossings([{ ...edge, from: edge.to, to: edge.from }])).toHaveLength(1);
  });
});
