import { exampleFleet } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { delegationRules } from './delegation-rules.ts';

const fleet = exampleFleet();
const [{ name = 'production', zone = '' } = {}] = fleet.environments;
const servers = ['ns-1.awsdns-00.com', 'ns-2.awsdns-00.net'];
const codes = (delegations: Readonly<Record<string, readonly string[]>>) =>
  delegationRules({
    ...fleet,
    globalLayers: { ...fleet.globalLayers, [name]: { ...fleet.globalLayers[name], delegations } },
  }).map(({ code }) => code);

it('finds nothing in a zone below, with its name servers', () => {
  expect(delegationRules(fleet)).toEqual([]);
  expect(codes({ [`test.${zone}`]: servers })).toEqual([]);
});

it.each([
  ['a zone of others', 'staging.example.org', servers, 'DELEGATION_ZONE'],
  ['the zone itself', zone, servers, 'DELEGATION_ZONE'],
  ['one name server', `test.${zone}`, servers.slice(0, 1), 'DELEGATION_SERVERS'],
  ['the same one twice', `test.${zone}`, ['ns.a.com', 'ns.a.com'], 'DELEGATION_SERVERS'],
  ['a name server that is not a host', `test.${zone}`, ['ns1', 'ns2'], 'DELEGATION_SERVERS'],
  ['none', `test.${zone}`, [], 'DELEGATION_SERVERS'],
])('names %s', (_, below, to, code) => {
  expect(codes({ [below]: to })).toEqual([code]);
});
