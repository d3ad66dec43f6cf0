import { counted } from '@bizflow/kernel';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { allowedRegions } from './allowed-regions.ts';
import { answerTo, type Zone } from './answer.ts';
import { dnsRules } from './dns-rules.ts';
import { zonesOf } from './zone.ts';

/** Which address the people of each country get, also while regions are down. */
export const dns = (rendered: RenderedFleet): Proof => {
  const zones = zonesOf(rendered);
  return proofOf('dns', 'every country gets an address that may hold its data, or the page', {
    problems: zones.flatMap(dnsRules),
    witness: zones.flatMap((zone) => zone.hosts.flatMap((host) => answers(zone, host))),
  });
};

/** For each region: one of its countries, its address, and what that country gets without it. */
const answers = (zone: Zone, host: string): readonly string[] =>
  zone.regions.flatMap(({ id, serves }) => {
    const [country] = serves;
    if (country === undefined) return [];
    const asked = { zone, host, country, continent: null };
    const { first } = allowedRegions(zone, country);
    const [now, without] = [[], [first]]
      .map((down) => answerTo({ ...asked, down }))
      .map((one) => (one === zone.page ? 'the page' : one));
    const answer = `${now}, and ${without} while ${first} is down`;
    return `${zone.name} ${host}: ${counted(serves.length, 'country', 'countries')} of ${id}, such as ${country}: ${answer}`;
  });
