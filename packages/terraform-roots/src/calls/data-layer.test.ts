import { clusters, fleet } from '@bizflow/config';
import { dataFlows } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { regionRoot } from '../region-root.ts';

const facts = fleet({
  apiVersion: 'images.bizflow.app/v1',
  images: { production: {}, staging: {} },
});
const originAcl = { ruleJson: '[{"Priority":0}]', redactedHeaders: ['cookie'] };

/** The inputs of a call, as the document's place names it: `inputsOf('ap-south-1', 'rds')`. */
const inputsOf = (place: string, module: string) => {
  const cluster = clusters(facts).find(({ id }) => id === place || id === `production/${place}`);
  if (cluster === undefined) throw new RangeError(`nothing stands in ${place}`);
  const file = regionRoot(cluster, facts, originAcl).find(({ path }) =>
    path.endsWith(`/${module}.tf.json`),
  );
  const calls = file?.body.module as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  return calls[module.replaceAll('-', '_')] ?? {};
};

const all = clusters(facts).map(({ id }) => id);

const databaseOf = (id: string) => {
  const { identifier, instance_class, storage_gb, multi_az, backup_days } = inputsOf(id, 'rds');
  return [id, identifier, instance_class, storage_gb, multi_az, backup_days];
};

it("renders the document's own databases", () => {
  const table = [
    ['production/ap-south-1', 'bizflow-primary', 'db.r6g.2xlarge', 500, true, 35],
    ['production/ap-southeast-1', 'bizflow-replica-singapore', 'db.r6g.xlarge', 500, false, 35],
    ['production/me-south-1', 'bizflow-writer-uae', 'db.r6g.xlarge', 200, true, 35],
    ['production/eu-west-2', 'bizflow-writer-uk', 'db.r6g.xlarge', 200, true, 35],
    ['staging/ap-south-1', 'bizflow-primary', 'db.r6g.2xlarge', 500, true, 35],
  ];
  const documented = all.filter((id) => table.some(([place]) => place === id));
  expect(documented.map(databaseOf)).toEqual(table);
});

it('renders the database of each region as its fact sheet has it', () => {
  for (const { id, region } of clusters(facts)) {
    const { identifier, instance, storageGb, multiAz, backupDays } = region.database;
    expect(databaseOf(id)).toEqual([id, identifier, instance, storageGb, multiAz, backupDays]);
  }
});

it('names what crosses a border by what both sides derive, never by a state of another region', () => {
  const account = facts.minted.accounts.production.value;
  expect(inputsOf('ap-southeast-1', 'rds')).toMatchObject({
    replica_of: `arn:aws:rds:ap-south-1:${account}:db:bizflow-primary`,
  });
  const [bucket] = Object.values(inputsOf('ap-south-1', 's3').buckets as object);
  const [target] = Object.keys(inputsOf('ap-southeast-1', 's3').buckets as object);
  expect(bucket.replica).toEqual({
    bucket_arn: `arn:aws:s3:::${target}`,
    key_alias: 'bizflow/s3-ap-southeast-1',
    region: 'ap-southeast-1',
  });
  expect(inputsOf('ap-south-1', 'elasticache').global_datastore).toEqual({
    id: 'bizflow-redis-global',
    role: 'primary',
  });
  expect(inputsOf('ap-southeast-1', 'elasticache').global_datastore).toEqual({
    id: facts.minted.datastores['bizflow-redis-global']?.value,
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
  const singapore = inputsOf('ap-southeast-1', 'security');
  expect(singapore.written_secrets).toEqual([
    'bizflow/production/ap-southeast-1/database',
    'bizflow/production/ap-southeast-1/database-migration',
    'bizflow/production/ap-southeast-1/redis',
  ]);
  const india = inputsOf('ap-south-1', 'security').secrets as Record<string, object>;
  expect(india['bizflow/production/ap-south-1/redis']).toMatchObject({
    replica_regions: ['ap-southeast-1'],
  });
  expect(india['bizflow/production/ap-south-1/meta']).toMatchObject({ replica_regions: [] });
});

it('opens a data store to the private subnets of those who write there, and to nobody else', () => {
  for (const module of ['rds', 'elasticache']) {
    expect(inputsOf('ap-south-1', module).client_cidrs).toEqual([
      ...facts.catalog['ap-south-1'].network.private,
      ...facts.catalog['ap-southeast-1'].network.private,
    ]);
    expect(inputsOf('eu-west-2', module).client_cidrs).toEqual(
      facts.catalog['eu-west-2'].network.private,
    );
  }
});

it('gives staging no Global Datastore and no replica, for it has no other region', () => {
  expect(inputsOf('staging/ap-south-1', 'elasticache').global_datastore).toBeNull();
  expect(inputsOf('staging/ap-south-1', 'rds').replica_of).toBeNull();
  expect(inputsOf('staging/ap-south-1', 'security')).toMatchObject({
    multi_region_role: 'primary',
    origin_acl: null,
  });
});
