import { type Problem, problem } from '@bizflow/kernel';
import { continentsOf, countryCodes } from '@bizflow/region-catalog';
import { type AllowedRegions, allowedRegions } from './allowed-regions.ts';
import { answerTo, type Question, type Zone } from './answer.ts';

/**
 * Every country gets its own region's address. When regions are down, it gets the one standby that
 * may answer it or the page, and never a region that is down or one that may not hold its data.
 */
export const dnsRules = (zone: Zone): readonly Problem[] =>
  countryCodes.flatMap((country) => {
    const allowed = allowedRegions(zone, country);
    return zone.hosts.flatMap((host) =>
      outages(zone, allowed).flatMap((down) =>
        continentsOf(country).flatMap((continent) =>
          answerRules({ zone, host, country, continent, down }, allowed),
        ),
      ),
    );
  });

/** Nothing down, each region, home with its standby, and everything: no answer depends on more. */
const outages = (zone: Zone, { home, all }: AllowedRegions): readonly (readonly string[])[] => {
  const regions = zone.regions.map(({ id }) => id);
  return [[], ...regions.map((id) => [id]), [home.id, ...all], regions];
};

/** What is wrong with the answer to one question. */
export const answerRules = (
  question: Question,
  { first, all }: AllowedRegions,
): readonly Problem[] => {
  const { zone, host, country, down } = question;
  const answer = answerTo(question);
  const up = all.length === 0 ? [] : [first, ...all].filter((one) => !down.includes(one));
  const addresses = up.flatMap((region) => zone.addresses[region] ?? []);
  const wanted =
    down.length === 0 && up.length > 0 ? addresses.slice(0, 1) : [...addresses, zone.page];
  if (wanted.includes(answer)) return [];
  const state = down.length === 0 ? 'with every region up' : `with ${down.join(', ')} down`;
  return [
    problem({
      code: 'ANSWER_ABROAD',
      at: `${zone.name} ${host} asked from ${country}`,
      value: answer,
      reason: `${state}, Route 53 answers so; allowed: ${wanted.join(', ')}`,
      remedy: `look at the routing of terraform/environments/${zone.name}/global`,
    }),
  ];
};
