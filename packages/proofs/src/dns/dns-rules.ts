import { type Problem, problem } from '@bizflow/kernel';
import { type CountryCode, continentsOf, countryCodes } from '@bizflow/region-catalog';
import { type AllowedRegions, allowedRegions } from './allowed-regions.ts';
import { ask } from './route-53.ts';
import { addressOf, regionsOf, type Zone } from './zone.ts';

/** One question to a zone: a name, who asks, and which regions are down. */
interface Question {
  readonly zone: Zone;
  readonly host: string;
  readonly country: CountryCode;
  readonly continent: string | null;
  readonly down: readonly string[];
}

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
          wrongAnswer({ zone, host, country, continent, down }, allowed),
        ),
      ),
    );
  });

/** Nothing down, each region, home with its standby, and everything: no answer depends on more. */
const outages = (zone: Zone, { home, all }: AllowedRegions): readonly (readonly string[])[] => {
  const regions = regionsOf(zone).map(({ id }) => id);
  return [[], ...regions.map((id) => [id]), [home.id, ...all], regions];
};

/** The address that a question gets, as Route 53 works it out. */
export const answerTo = ({ zone, host, country, continent, down }: Question): string => {
  const dead = down.map((region) => addressOf(zone, region));
  const isHealthy = (check: string): boolean => !dead.includes(zone.checked.get(check));
  return ask(zone.records, host, { country, continent }, isHealthy) ?? 'no answer';
};

const wrongAnswer = (question: Question, { first, all }: AllowedRegions): readonly Problem[] => {
  const { zone, host, country, down } = question;
  const answer = answerTo(question);
  const up = all.length === 0 ? [] : [first, ...all].filter((one) => !down.includes(one));
  const addresses = up.map((region) => addressOf(zone, region));
  const wanted =
    down.length === 0 && up.length > 0 ? addresses.slice(0, 1) : [...addresses, zone.page];
  if (wanted.includes(answer)) return [];
  const state = down.length === 0 ? 'with every region up' : `with ${down.join(', ')} down`;
  return [
    problem({
      code: 'ANSWER_ABROAD',
      at: `${zone.environment.name} ${host} asked from ${country}`,
      value: answer,
      reason: `${state}, Route 53 answers so; allowed: ${wanted.join(', ')}`,
      remedy: `look at the routing of terraform/environments/${zone.environment.name}/global`,
    }),
  ];
};
