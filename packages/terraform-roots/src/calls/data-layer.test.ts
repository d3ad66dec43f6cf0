import { clusters, fleet } from '@bizflow/config';
import { takenOver } from '@bizflow/config/failover';
import { drawnSecrets } from '@bizflow/config/secrets';
import { clusterIn, usual } from '@bizflow/config/testing';
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

const production = clusters(facts)
  .filter(({ environment }) => environment.name === 'production')
  .map(({ region }) => region);
const replicas = production.flatMap((region) =>
  production
    .filter(({ id }) => id === region.database.source)
    .map((source) => ({ region, source })),
);
/** The regions that write to a region's database, without itself. */
const readersOf = (id: string) =>
  production.filter(({ id: own, database }) => own !== id && database.writer === id);
const idsOf = (regions: typeof production) => regions.map(({ id }) => id);

/** The inputs of a call, by its region in production or by its cluster: `inputsOf(region.id, 'rds')`. */
const inputsOf = (place: string, module: string) => inputsIn(facts, place, module);

const inputsIn = (places: typeof facts, place: string, module: string) => {
  const cluster = clusters(places).find(({ id }) => id === place || id === `production/${place}`);
  if (cluster === undefined) throw new RangeError(`there is no cluster in ${place}`);
  const file = regionRoot(cluster, places, originAcl).find(({ path }) =>
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

it('names a replica by its writer as both sides derive it, never by a state of another region', () => {
  const account = facts.assigned.accounts.production.value;
  for (const { region, source } of replicas) {
    expect(inputsOf(region.id, 'rds').replica_of).toBe(
      `arn:aws:rds:${source.id}:${account}:db:${source.database.identifier}`,
    );
  }
  expect(replicas.length).toBeGreaterThan(0);
});

it('names the bucket that objects are copied to as its own region does', () => {
  const copied = production.flatMap((region) =>
    region.buckets.map(({ replicatesTo }, index) => {
      const target = production.find(({ id }) => id === replicatesTo);
      const { replica } = Object.values(inputsOf(region.id, 's3').buckets as object)[index];
      const [bucket] = target ? Object.keys(inputsOf(target.id, 's3').buckets as object) : [];
      expect(replica).toEqual(
        target === undefined
          ? null
          : {
              bucket_arn: `arn:aws:s3:::${bucket}`,
              key_alias: target.keys.storage.alias,
              region: target.id,
            },
      );
      return replica;
    }),
  );
  expect(copied.filter((replica) => replica !== null).length).toBeGreaterThan(0);
});

it('names a Global Datastore by its own id in its founder, and by what AWS assigned in each other', () => {
  const founders = production.map(({ id, redis: { global } }) => {
    const founder = facts.sheets[id].redis.global?.role === 'primary';
    const assigned = facts.assigned.datastores[global?.id ?? '']?.value;
    expect(inputsOf(id, 'elasticache').global_datastore).toEqual(
      global === null ? null : { ...global, id: founder ? global.id : assigned, founder },
    );
    return founder;
  });
  expect(founders.filter(Boolean)).toHaveLength(1);
});

it('leaves a Global Datastore and its token with the founder when a standby takes over', () => {
  for (const { id } of production.filter((region) => region.fallback.kind === 'region')) {
    const redis = inputsIn({ ...facts, ...takenOver(usual, id) }, id, 'elasticache');
    expect(redis.global_datastore).toMatchObject({ role: 'secondary', founder: true });
    expect(redis).toMatchObject({ auth_token: expect.anything(), url_secret_arn: null });
  }
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

it('lets every region that writes elsewhere read its addresses from the copy it has', () => {
  const written = ['database', 'database-migration', 'redis'];
  for (const { id } of production) {
    const readers = idsOf(readersOf(id));
    for (const reader of readers) {
      expect(Object.keys(inputsOf(reader, 'security').written_secrets as object)).toEqual(
        expect.arrayContaining(written.map((secret) => `bizflow/production/${reader}/${secret}`)),
      );
    }
    const source = inputsOf(id, 'security').secrets as Record<string, object>;
    if (readers.length > 0) {
      expect(source[`bizflow/production/${id}/redis`]).toMatchObject({ replica_regions: readers });
    }
    expect(source[`bizflow/production/${id}/meta`]).toMatchObject({ replica_regions: [] });
  }
  expect(production.some(({ id }) => readersOf(id).length > 0)).toBe(true);
});

it('gives a region that takes over the passwords that its replica has from the writer', () => {
  const written = ({ id }: { readonly id: string }) =>
    Object.entries(inputsOf(id, 'security').written_secrets as Record<string, number>).map(
      ([name, version]) => [name.replace(id, ''), version],
    );
  for (const { region, source } of replicas) {
    // A write-only value is sent when its number changes, and it is the same before and after.
    expect(written(region)).toEqual(expect.arrayContaining(written(source)));
    const secrets = inputsOf(source.id, 'security').secrets as Record<string, object>;
    for (const secret of Object.values(drawnSecrets)) {
      expect(secrets[`bizflow/production/${source.id}/${secret}`]).toMatchObject({
        replica_regions: idsOf(readersOf(source.id)),
      });
    }
    expect(idsOf(readersOf(source.id))).toContain(region.id);
  }
});

it('opens a data store only to the private subnets of the regions that write there', () => {
  for (const module of ['rds', 'elasticache']) {
    for (const region of production) {
      expect(inputsOf(region.id, module).client_cidrs).toEqual(
        [region, ...readersOf(region.id)].flatMap(({ network }) => network.private),
      );
    }
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
