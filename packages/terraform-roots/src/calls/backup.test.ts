import { clusters, type Fleet } from '@bizflow/config';
import { regionsWithoutMacie } from '@bizflow/config/recovery';
import { atHome, committed as facts, followed, loner } from '@bizflow/config/testing';
import { crossings, dataFlows } from '@bizflow/region-catalog/rules';
import { expect, it } from 'vitest';
import { alarmsOf } from '../observability/alarms.ts';
import { backup } from './backup.ts';
import { detection } from './detection.ts';

const production = clusters(facts).filter(({ environment }) => environment.name === 'production');

type Tier = { readonly resources: readonly string[]; readonly copies_to: readonly string[] };

const tiersOf = (region: string): Readonly<Record<string, Tier>> => {
  const cluster = production.find(({ region: { id } }) => id === region);
  if (cluster === undefined) throw new TypeError(`no cluster in ${region}`);
  return backup(cluster, facts).inputs.tiers as Readonly<Record<string, Tier>>;
};

/** Every copy of a region's backups: what it is of, and the region that it goes to. */
const copiesOf = (tiers: Readonly<Record<string, Tier>>) =>
  Object.entries(tiers).flatMap(([name, { copies_to }]) =>
    copies_to.map((vault) => ({ name, to: vault.split(':')[3] })),
  );

const isBackup = ({ flow }: { readonly flow: string }) => flow === 'backup-copy';
const between = (from: string, to: string | undefined) => (one: { from: string; to: string }) =>
  one.from === from && one.to === to;
const ordered = dataFlows(facts.catalog).filter(isBackup);
const abroad = crossings(facts.catalog).filter(isBackup);
const sources = new Set(production.map(({ region }) => region.database.source));

it('keeps every recovery point for the 35 days of the document', () => {
  for (const cluster of production) {
    expect(backup(cluster, facts).inputs).toHaveProperty('retention_days', 35);
  }
});

it('copies a backup only where the catalog says so, and abroad where an exception names its flow', () => {
  const written = facts.exceptions.filter(isBackup);
  for (const { region } of production) {
    for (const { name, to } of copiesOf(tiersOf(region.id))) {
      const way = between(region.id, to);
      const allowed = ordered.some(way) && (written.some(way) || !abroad.some(way));
      expect([region.id, name, to, allowed]).toEqual([region.id, name, to, true]);
    }
  }
  expect(abroad.length).toBeGreaterThan(0);
});

it('copies no backup abroad without an exception of its own, though the database goes there', () => {
  const exceptions = facts.exceptions.filter((one) => !isBackup(one));
  for (const cluster of production) {
    const { id } = cluster.region;
    const { tiers } = backup(cluster, { ...facts, exceptions }).inputs as {
      readonly tiers: Readonly<Record<string, Tier>>;
    };
    const ways = new Set(copiesOf(tiers).map(({ to }) => `${id} ${to}`));
    // Inside one country no border is crossed, so nothing has to allow it.
    const atHome = ordered.filter(({ from, to }) => from === id && !abroad.some(between(id, to)));
    expect([...ways]).toEqual(atHome.map(({ to }) => `${id} ${to}`));
  }
});

it('copies only from the regions that have a standby', () => {
  const copied = production.filter(({ region }) => copiesOf(tiersOf(region.id)).length > 0);
  expect(copied).toEqual(production.filter(({ region }) => sources.has(region.id)));
  expect(copied.map(({ region }) => region.id)).toContain(followed.id);
});

it('backs up databases by the tier of what is lost with them, and logs at home', () => {
  expect(Object.keys(tiersOf(followed.id))).toEqual(['critical', 'standard', 'low']);
  for (const { id } of atHome) {
    expect(Object.keys(tiersOf(id))).toEqual(['high', 'standard', 'low']);
  }
  for (const { region } of production) expect(tiersOf(region.id).low?.copies_to).toEqual([]);
});

it('records global events in no region, and looks for personal data in every one that can', () => {
  for (const cluster of production) {
    const macie = !regionsWithoutMacie.includes(cluster.region.id);
    expect(detection(cluster, facts).inputs).toMatchObject({ records_global_events: false, macie });
  }
});

/** The fleet with one more region that follows the same writer, as a second standby does. */
const twoStandbys: Fleet = {
  ...facts,
  catalog: {
    ...facts.catalog,
    [loner.id]: {
      ...loner,
      database: {
        ...loner.database,
        ...{ role: 'replica', writer: followed.id, source: followed.id },
      },
    },
  },
  exceptions: facts.exceptions.flatMap((one) =>
    isBackup(one) && one.from === followed.id ? [one, { ...one, to: loner.id }] : [one],
  ),
};

it.each([
  ['the fleet', facts],
  ['a fleet with one standby more', twoStandbys],
])(
  'watches in %s each resource, and each copy of it, by a rule and an alarm of its own',
  (_, fleet) => {
    for (const cluster of clusters(fleet)) {
      const { tiers, watched } = backup(cluster, fleet).inputs as {
        readonly tiers: Readonly<Record<string, Tier>>;
        readonly watched: Readonly<
          Record<string, { readonly resource: string; readonly copied_to: string | null }>
        >;
      };
      const expected = Object.values(tiers).flatMap(({ resources, copies_to }) =>
        resources.flatMap((resource) =>
          [null, ...copies_to].map((vault) => `${resource} ${vault}`),
        ),
      );
      const rules = Object.entries(watched);
      expect(rules.map(([, { resource, copied_to }]) => `${resource} ${copied_to}`)).toEqual(
        expected,
      );
      const read = Object.values(alarmsOf(cluster, fleet)).flatMap(({ metrics }) =>
        Object.values(metrics).flatMap(({ dimensions }) => dimensions.RuleName ?? []),
      );
      expect(read.toSorted()).toEqual(rules.map(([name]) => name).toSorted());
    }
  },
);

it('measures the latest restorable time of every database that takes writes, and alarms of its tier', () => {
  for (const cluster of clusters(facts)) {
    const { identifier, role } = cluster.region.database;
    const found = Object.entries(alarmsOf(cluster, facts)).filter(([name]) =>
      name.endsWith('restorable-age'),
    );
    const copied = production.some(({ region }) => region.database.source === cluster.region.id);
    const isPrimary = copied && cluster.environment.name === 'production';
    const name = `${isPrimary ? 'primary' : 'regional'}-database-restorable-age`;
    expect(found.map(([own]) => own)).toEqual(role === 'replica' ? [] : [name]);
    for (const [, { metrics }] of found)
      expect(metrics.age?.dimensions).toEqual({ DBInstanceIdentifier: identifier });
  }
});
