import { atHome, followed, standby } from '@bizflow/config/testing';
import type { RegionId } from '@bizflow/region-catalog';
import { describe, expect, it } from 'vitest';
import { changedPlan, withPlan } from '../../testing/planted.ts';
import { own } from '../../testing/repository.ts';
import { dns } from './dns.ts';
import { zonesOf } from './zone.ts';

const root = 'environments/production/global';
const [bound] = atHome;
if (bound === undefined) throw new RangeError('no region keeps all at home');

const planted = (isMeant: (values: object) => boolean, change: object | undefined) =>
  dns(
    withPlan(own, root, (plan) =>
      changedPlan(plan, /^aws_route53_record$/, (values) => {
        if (!isMeant(values)) return values;
        return change === undefined ? undefined : { ...values, ...change };
      }),
    ),
  );

const told = (proof: ReturnType<typeof dns>): readonly string[] =>
  proof.holds ? [] : proof.counterExamples.map(({ at, value }) => `${at}: ${value}`);

const homeOf = (region: RegionId): string => `${region}.home.bizflow.app`;
const isSecondaryOf = (region: RegionId) => (values: object) =>
  'name' in values &&
  values.name === homeOf(region) &&
  'set_identifier' in values &&
  values.set_identifier === 'secondary';

describe('the answers of DNS in the rendered fleet', () => {
  it('lead every country home, to its standby or to the page', () => {
    expect(dns(own)).toMatchObject({ proof: 'dns', holds: true });
  });

  it('are worked out for every environment', () => {
    expect(
      zonesOf(own).map(({ environment, hosts }) => [environment.name, hosts.length > 0]),
    ).toEqual(own.fleet.environments.map(({ name }) => [name, true]));
  });

  it('are told where a region that keeps all at home falls back to another one', () => {
    const elsewhere = planted(isSecondaryOf(bound.id), { records: [homeOf(followed.id)] });
    expect(told(elsewhere)).toContain(
      `production api.bizflow.app asked from ${bound.serves[0]}: ${followed.id}.alb.bizflow.app`,
    );
  });

  it('are told where a standby is forgotten, because a region that is down would be answered', () => {
    const secondary = planted(isSecondaryOf(followed.id), undefined);
    expect(told(secondary)).toContain(
      `production api.bizflow.app asked from ${followed.serves[0]}: ${followed.id}.alb.bizflow.app`,
    );
    expect(told(dns(own))).not.toContain(standby.id);
  });

  it.each(['CY', 'RU', 'TR', 'RE'])('are told where %s has no record of its own', (code) => {
    const isOwn = (values: object) => 'set_identifier' in values && values.set_identifier === code;
    expect(told(planted(isOwn, undefined))).toEqual(
      expect.arrayContaining([expect.stringContaining(`asked from ${code}: `)]),
    );
  });

  it('are told where the continent is sent to the default region', () => {
    const isEurope = (values: object) =>
      'set_identifier' in values && values.set_identifier === 'continent-EU';
    const rest = Object.values(own.fleet.catalog).find(({ dns: { locations } }) =>
      locations.some((one) => one === '*'),
    );
    const found = told(planted(isEurope, { records: [homeOf(rest?.id ?? followed.id)] }));
    const named = new Set<string>(
      Object.values(own.fleet.catalog).flatMap(({ dns }) => dns.locations),
    );
    const unnamed = ['CH', 'DE', 'NO', 'UA'].filter((code) => !named.has(code));
    expect(unnamed.length).toBeGreaterThan(0);
    for (const code of unnamed) {
      expect(found).toEqual(
        expect.arrayContaining([expect.stringContaining(`asked from ${code}: `)]),
      );
    }
  });

  it('say which regions were down, which answers are allowed, and where to look', () => {
    const proof = planted(isSecondaryOf(bound.id), { records: [homeOf(followed.id)] });
    const [first] = proof.holds ? [] : proof.counterExamples;
    expect(first?.reason).toContain(`with ${bound.id} down, Route 53 answers so; allowed: `);
    expect(first?.remedy).toContain(root);
  });
});
