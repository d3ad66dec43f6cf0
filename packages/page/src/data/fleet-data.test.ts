import { edge } from '@bizflow/config/edge';
import { answersOf, renderedCost } from '@bizflow/proofs';
import { own } from '@bizflow/proofs/testing';
import { targetCountries } from '@bizflow/region-catalog';
import { corpus, evaluateAll, type WebAcl } from '@bizflow/waf-rules';
import { describe, expect, it } from 'vitest';
import { answersWhile } from '../browser/map/answers.ts';
import { inventoryIn } from '../browser/views/search/inventory.ts';
import { type FleetData, fleetData } from './fleet-data.ts';
import { jsonLines } from './json.ts';
import { zoneIn } from './routing.ts';

/** What a browser reads out of the page. */
const data: FleetData = JSON.parse(jsonLines(fleetData(own)));
const zones = data.zones.map((zone) => zoneIn(data, zone));

// What CloudFront's secret header has opened; Terraform puts the lock before the rules of the policy.
const unlocked = (acl: WebAcl): WebAcl => ({
  ...acl,
  Rules: acl.Rules.filter(({ Name }) => Name !== 'origin-lock'),
});

describe('the data of a page', () => {
  it('answers every country as the routing proof does over the rendered files', () => {
    const wanted = answersOf(own).map(({ host, country, up }) => `${host} ${country} ${up}`);
    const asked = zones.flatMap((zone) =>
      zone.hosts.flatMap((host) =>
        answersWhile(zone, host, []).map((one) => `${host} ${one.country} ${one.address}`),
      ),
    );
    expect(asked).toEqual(wanted);
  });

  it('answers nothing that is not allowed, whichever regions are off', () => {
    for (const zone of zones) {
      const ids: readonly string[] = zone.regions.map(({ id }) => id);
      for (const down of [[], ...ids.map((id) => [id]), ids]) {
        const answers = answersWhile(zone, zone.hosts[0] ?? '', down);
        expect(answers.flatMap(({ wrong }) => wrong)).toEqual([]);
        expect(answers.filter(({ region }) => down.includes(region ?? ''))).toEqual([]);
      }
    }
  });

  it('names an answer that the catalog forbids', () => {
    const [zone] = zones;
    if (zone === undefined) throw new RangeError('no zone');
    const [first = ''] = Object.values(zone.addresses);
    const turned = zone.records.map((record) =>
      record.policy.kind === 'geolocation'
        ? { ...record, target: first, healthCheck: null }
        : record,
    );
    const answers = answersWhile({ ...zone, records: turned }, zone.hosts[0] ?? '', []);
    expect(answers.filter(({ wrong }) => wrong.length > 0).length).toBeGreaterThan(25);
  });

  it('has web ACLs that decide every request of the corpus as the policy wants', () => {
    expect(new Set(data.guards.map(({ profile }) => profile)).size).toBe(3);
    for (const { profile, acl } of data.guards) {
      const cases = corpus(edge, targetCountries(data.catalog), profile);
      const wrong = cases.filter(({ requests, action, rule }) => {
        const last = evaluateAll(unlocked(acl), requests).at(-1);
        return last?.action !== action || ('rule' in last && last.rule !== rule);
      });
      expect([profile, wrong.map(({ says }) => says)]).toEqual([profile, []]);
    }
  });

  it('has the lock that keeps everyone but CloudFront from its origin', () => {
    const origins = data.guards.filter(({ profile }) => profile === 'origin');
    expect(origins.length).toBeGreaterThan(0);
    for (const { acl } of origins) {
      const [request] = corpus(edge, targetCountries(data.catalog), 'origin')[0]?.requests ?? [];
      if (request === undefined) throw new RangeError('no request');
      expect(evaluateAll(acl, [request])[0]).toMatchObject({ rule: 'origin-lock' });
    }
  });

  it('counts the money that the estimate counts', () => {
    const all = renderedCost(own).lines.reduce((sum, { usd }) => sum + usd, 0);
    const shown = data.money.spent.reduce((sum, { usd }) => sum + usd, 0);
    expect(Math.abs(shown - all)).toBeLessThan(data.money.spent.length / 2);
  });

  it('names every file of gitops/, every resource once, and a basis for every crossing', () => {
    const things = inventoryIn({ now: data, plan: null });
    const paths = things.map(({ path }) => path).filter((path) => path.startsWith('gitops/'));
    expect(paths.toSorted()).toEqual(Object.keys(own.manifests).toSorted());
    const resources = things
      .filter(({ path }) => path.startsWith('terraform/'))
      .map(({ path, name }) => `${path} ${name}`);
    expect(resources.length).toBeGreaterThan(paths.length);
    expect(new Set(resources).size).toBe(resources.length);
    expect(data.borders.filter(({ bases }) => bases.length === 0)).toEqual([]);
    expect(data.borders.length).toBeGreaterThan(4);
  });

  it('has the canary of each service, as many minutes as the policy says', () => {
    for (const { environment, releases } of data.paths) {
      const policy = own.fleet.environments.find(({ name }) => name === environment)?.canary;
      const wanted = policy?.steps.reduce((sum, { holdMinutes }) => sum + holdMinutes, 0);
      expect(releases.length).toBeGreaterThan(0);
      for (const { steps } of releases) {
        const minutes = steps.flatMap((step) => (step.kind === 'pause' ? (step.minutes ?? 0) : []));
        expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(wanted);
      }
    }
  });
});
