import { clusters, fleet } from '@bizflow/config';
import { drawnSecrets } from '@bizflow/config/secrets';
import { clusterIn, followed, loner, standby } from '@bizflow/config/testing';
import { dataFlows } from '@bizflow/region-catalog/rules';
import { expect, it } from 'vitest';
import { regionRoot } from '../region-root.ts';

const facts = fleet(
  {
    apiVersion: 'images.bizflow.app/v1',
    images: { production: {}, staging: {} },
  },
  {},
);
const originAcl = { ruleJson: '[{"Priority":0}]', redactedHeaders: ['cookie'] };

/** The inputs of a call, by its region in production or by its cluster: `inputsOf(standby.id, 'rds')`. */
const inputsOf = (place: string, module: string) => {
  const cluster = clusters(facts).find(({ id }) => id === place || id === `production/${place}`);
  if (cluster === undefined) throw new RangeError(`there is no cluster in ${place}`);
  const file = regionRoot(cluster, facts, originAcl).find(({ path }) =>
    path.endsWith(`/${module}.tf.json`),
  );
  const calls = file?.body.module as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  return calls[module.replaceAll('-', '_')] ?? {};
};

const databaseOf = (id: string) => {
  const { identifier, instance_class, storage_gb, multi_az, backup_days } = inputsOf(id, 'rds');
  return [id, identifier, instance_class, storage_gb, multi_az, backup_days];
};

it('renders the database of each region as its fact sheet has it', () => {
  for (const { id, region } of clusters(facts)) {
    const { identifier, instance, storageGb, multiAz, backupDays } = region.database;
    expect(databaseOf(id)).toEqual([id, identifier, instance, storageGb, multiAz, backupDays]);
  }
});

it('names what crosses a border by what both sides derive, never by a state of another region', () => {
  const account = facts.assigned.accounts.production.value;
  expect(inputsOf(standby.id, 'rds')).toMatchObject({
    replica_of: `arn:aws:rds:${followed.id}:${account}:db:${followed.database.identifier}`,
  });
  const [bucket] = Object.values(inputsOf(followed.id, 's3').buckets as object);
  const [target] = Object.keys(inputsOf(standby.id, 's3').buckets as object);
  expect(bucket.replica).toEqual({
    bucket_arn: `arn:aws:s3:::${target}`,
    key_alias: standby.keys.storage.alias,
    region: standby.id,
  });
  const datastore = followed.redis.global?.id ?? '';
  expect(inputsOf(followed.id, 'elasticache').global_datastore).toEqual({
    id: datastore,
    role: 'primary',
  });
  expect(inputsOf(standby.id, 'elasticache').global_datastore).toEqual({
    id: facts.assigned.datastores[datastore]?.value,
    role: 'secondary',
  });
});

it('takes no data out of a region but where the catalog says so', () => {
  const flows = dataFlows(facts.catalog).map(({ flow, from, to }) => `${flow} ${from} -> ${to}`);
  const rendered = clusters(facts)
    .filter(({ environment }) => environment.name === 'production')
    .flatMap(({ region: { id } }) => {
      const source = String(inputsOf(id, 'rds').replica_of).split(':')[3];
      const buckets = Object.values(inputsOf(id, 's3').buckets as object);
      const secrets = Object.values(inputsOf(id, 'security').secrets as object);
      return [
        ...(source === undefined ? [] : [`database-replica ${source} -> ${id}`]),
        ...buckets.flatMap(({ replica }) =>
          replica === null ? [] : [`bucket-replica ${id} -> ${replica.region}`],
        ),
        // A copied secret lets another region write here: the flow goes the other way.
        ...secrets.flatMap(({ replica_regions }) =>
          replica_regions.map((reader: string) => `write ${reader} -> ${id}`),
        ),
      ];
    });
  expect(rendered.length).toBeGreaterThan(3);
  expect(rendered.filter((flow) => !flows.includes(flow))).toEqual([]);
});

it('lets a region that writes elsewhere read its addresses from the copy it has', () => {
  const copy = inputsOf(standby.id, 'security');
  const written = ['database', 'database-migration', 'redis'];
  expect(Object.keys(copy.written_secrets as object)).toEqual(
    expect.arrayContaining(written.map((secret) => `bizflow/production/${standby.id}/${secret}`)),
  );
  const source = inputsOf(followed.id, 'security').secrets as Record<string, object>;
  expect(source[`bizflow/production/${followed.id}/redis`]).toMatchObject({
    replica_regions: [standby.id],
  });
  expect(source[`bizflow/production/${followed.id}/meta`]).toMatchObject({ replica_regions: [] });
});

it('gives a region that takes over the passwords that its replica has from the writer', () => {
  const written = ({ id }: { readonly id: string }) =>
    Object.entries(inputsOf(id, 'security').written_secrets as Record<string, number>).map(
      ([name, version]) => [name.replace(id, ''), version],
    );
  // A write-only value is sent when its number changes, and it is the same before and after.
  expect(written(standby)).toEqual(expect.arrayContaining(written(followed)));
  const source = inputsOf(followed.id, 'security').secrets as Record<string, object>;
  for (const secret of Object.values(drawnSecrets)) {
    expect(source[`bizflow/production/${followed.id}/${secret}`]).toMatchObject({
      replica_regions: [standby.id],
    });
  }
});

it('opens a data store only to the private subnets of the regions that write there', () => {
  for (const module of ['rds', 'elasticache']) {
    expect(inputsOf(followed.id, module).client_cidrs).toEqual([
      ...followed.network.private,
      ...standby.network.private,
    ]);
    expect(inputsOf(loner.id, module).client_cidrs).toEqual(loner.network.private);
  }
});

it('gives staging no Global Datastore and no replica, for it has no other region', () => {
  const staging = clusterIn('staging').id;
  expect(inputsOf(staging, 'elasticache').global_datastore).toBeNull();
  expect(inputsOf(staging, 'rds').replica_of).toBeNull();
  expect(inputsOf(staging, 'security')).toMatchObject({
    multi_region_role: 'primary',
    origin_acl: null,
  });
});
