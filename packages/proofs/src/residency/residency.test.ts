import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { atHome, followed, nth, standby } from '@bizflow/config/testing';
import type { Catalog } from '@bizflow/region-catalog';
import { allowedFlows } from '@bizflow/region-catalog/rules';
import type { Plan, Values } from '@bizflow/terraform-plan';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';
import { withPlan } from '../../testing/planted.ts';
import { own } from '../../testing/repository.ts';
import { borderRules, pagesWithoutPersonalData } from './border-rules.ts';
import { foreignArnRules } from './foreign-arn-rules.ts';
import { placesOf, residency } from './residency.ts';
import type { Transfer, TransferKind } from './transfer.ts';
import { transfersOf } from './transfers.ts';

const { catalog, exceptions } = own.fleet;
const crossings = (
  transfers: readonly Transfer[],
  allowed: Parameters<typeof borderRules>[1] = exceptions,
) => borderRules(transfers, allowed, (region) => region in catalog);
const places = placesOf(own);
const transfers = transfersOf(own.plans, places);

describe('what the roots carry between regions', () => {
  it('crosses no border without a written exception, and nothing escapes the proof', () => {
    expect(residency(own)).toMatchObject({ proof: 'residency', holds: true });
  });

  it('leaves a region that keeps all at home only as images and key material', () => {
    const bound: readonly string[] = atHome.map(({ id }) => id);
    const kinds = transfers.filter(({ from }) => bound.includes(from)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'image-replica' && kind !== 'key-replica')).toEqual([]);
  });

  it('has a page for each kind that needs no exception', () => {
    expect(pagesWithoutPersonalData.filter((page) => !existsSync(join(repository, page)))).toEqual(
      [],
    );
  });
});

// A region of production that keeps all at home, and another one: no exception lets anything from one to the other.
const [one, other = standby] = atHome;
if (one === undefined) throw new RangeError('a region keeps all at home');
const planIn = (region: string) =>
  own.planned.find(({ cluster }) => cluster.id === `production/${region}`)?.plan;
const [here, there] = [planIn(one.id), planIn(other.id)];

/** The transfers of a root with one resource more. */
const planted = (plan: Plan | undefined, type: string, values: Values): readonly Transfer[] => {
  if (plan === undefined) throw new RangeError('both stand');
  const more = {
    address: 'planted',
    mode: 'managed',
    type,
    values,
    place: plan.place,
    folder: '',
  } as const;
  return transfersOf([{ ...plan, resources: [more] }], {
    ...places,
    buckets: new Map([
      ['theirs', followed.id],
      ['log', other.id],
    ]),
  });
};

const arn = (service: string, region: string): string =>
  `arn:aws:${service}:${region}:111122223333:x`;

describe('a planted crossing', () => {
  it.each<[TransferKind, Plan | undefined, string, Values]>([
    ['database-replica', there, 'aws_db_instance', { replicate_source_db: arn('rds', one.id) }],
    [
      'backup-copy',
      there,
      'aws_db_instance_automated_backups_replication',
      { source_db_instance_arn: arn('rds', one.id) },
    ],
    [
      'backup-copy',
      here,
      'aws_backup_plan',
      { rule: [{ copy_action: [{ destination_vault_arn: arn('backup', other.id) }] }] },
    ],
    [
      'redis-replica',
      here,
      'aws_elasticache_replication_group',
      { global_replication_group_id: `ldgnf-${followed.redis.global?.id}` },
    ],
    [
      'redis-replica',
      here,
      'aws_elasticache_global_replication_group',
      { global_replication_group_id_suffix: `${followed.redis.global?.id}` },
    ],
    [
      'bucket-replica',
      here,
      'aws_s3_bucket_replication_configuration',
      { rule: [{ destination: [{ bucket: 'arn:aws:s3:::theirs' }] }] },
    ],
    [
      'bucket-replica',
      here,
      'aws_s3_bucket_replication_configuration',
      { rule: [{ destination: [{ bucket: 'arn:aws:s3:::unheard-of' }] }] },
    ],
    ['secret-replica', here, 'aws_secretsmanager_secret', { replica: [{ region: followed.id }] }],
    ['log', here, 'aws_flow_log', { log_destination: 'arn:aws:s3:::theirs' }],
    ['log', here, 'aws_cloudtrail', { s3_bucket_name: 'log' }],
    ['log', here, 'aws_cloudwatch_event_target', { arn: arn('events', followed.id) }],
    ['log', there, 'aws_securityhub_finding_aggregator', { specified_regions: [one.id] }],
    [
      'network',
      there,
      'aws_route',
      { transit_gateway_id: 'x', destination_cidr_block: one.network.vpc },
    ],
    [
      'network',
      there,
      'aws_route',
      { vpc_peering_connection_id: 'x', destination_cidr_block: one.network.vpc },
    ],
    [
      'network',
      here,
      'aws_ec2_transit_gateway_route',
      { destination_cidr_block: other.network.database[0] },
    ],
  ])('as %s is told', (kind, plan, type, values) => {
    const transfers = planted(plan, type, values);
    expect(transfers.map((transfer) => transfer.kind)).toEqual([kind]);
    expect(crossings(transfers)).toMatchObject([{ code: 'BORDER_CROSSED' }]);
  });

  it('is told by the proof, with its root and its resource', () => {
    if (there === undefined) throw new RangeError('both stand');
    const replica = {
      address: 'module.rds.aws_db_instance.planted',
      mode: 'managed',
      type: 'aws_db_instance',
      values: { replicate_source_db: arn('rds', one.id) },
      place: there.place,
      folder: '',
    } as const;
    const faulty = withPlan(own, there.root, (plan) => ({
      ...plan,
      resources: [...plan.resources, replica],
    }));
    expect(residency(faulty)).toMatchObject({
      holds: false,
      counterExamples: [
        {
          code: 'BORDER_CROSSED',
          at: `terraform/${there.root} module.rds.aws_db_instance.planted`,
          value: `database-replica ${one.id} -> ${other.id}`,
        },
      ],
    });
  });

  it('of a kind that no one thought of shows by the region that it names', () => {
    if (there === undefined) throw new RangeError('both stand');
    const values = { stream: arn('kinesis', one.id) };
    const more = {
      address: 'p',
      mode: 'managed',
      type: 'aws_x',
      values,
      place: there.place,
      folder: '',
    } as const;
    expect(foreignArnRules([{ ...there, resources: [more] }], [])).toMatchObject([
      { code: 'ARN_FOREIGN' },
    ]);
  });

  it('is allowed by the exception that the catalog cites, and by no other', () => {
    const transfer: Transfer = {
      kind: 'database-replica',
      from: followed.id,
      to: standby.id,
      at: 'x',
    };
    expect(crossings([transfer])).toEqual([]);
    expect(
      crossings(
        [transfer],
        exceptions.filter(({ flow }) => flow !== transfer.kind),
      ),
    ).toHaveLength(1);
    expect(crossings([{ ...transfer, from: transfer.to, to: transfer.from }])).toHaveLength(1);
  });

  it('is none between two regions of the European Economic Area, when a fact orders the flow', () => {
    const sheets = structuredClone<Catalog>(catalog);
    Object.assign(sheets[one.id], { country: 'IE', serves: ['FR', 'NO'] });
    Object.assign(sheets[other.id], { country: 'DE', serves: ['DE'] });
    const transfer: Transfer = { kind: 'bucket-replica', from: one.id, to: other.id, at: 'x' };
    const judged = () => crossings([transfer], allowedFlows(sheets, []));
    expect(judged()).toHaveLength(1);
    Object.assign(nth(sheets[one.id].buckets, 0), { replicatesTo: other.id });
    expect(judged()).toEqual([]);
    Object.assign(sheets[other.id], { country: 'CH' });
    expect(judged()).toHaveLength(1);
  });

  it('of a secret is allowed to the region whose writes come to its store, and not back', () => {
    const secret = { kind: 'secret-replica', at: 'x' } as const;
    expect(crossings([{ ...secret, from: followed.id, to: standby.id }])).toEqual([]);
    expect(crossings([{ ...secret, from: standby.id, to: followed.id }])).toHaveLength(1);
  });
});
