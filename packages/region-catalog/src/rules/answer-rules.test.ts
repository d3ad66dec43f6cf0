import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changed, type Examples, exampleCatalog, problemsOf } from '../../testing/index.ts';
import { continentsOf } from '../continents.ts';
import { countryCodes } from '../countries.ts';
import { placedAmong } from '../placement.ts';
import { readingOf } from '../readings.ts';
import { type Regulation, regulations } from '../regulations.ts';
import type { Catalog } from '../sheet-of.ts';
import { answerRules } from './answer-rules.ts';

const placed = (catalog: Catalog, country: (typeof countryCodes)[number]) =>
  placedAmong(Object.values(catalog), country);

const said = (catalog: Catalog): string =>
  answerRules(catalog)
    .map(({ reason }) => reason)
    .join('\n');

const servesEurope = (catalog: Catalog): boolean =>
  Object.values(catalog).some(({ serves }) =>
    serves.some((country) => continentsOf(country).every((continent) => continent === 'EU')),
  );

/** Takes answers away: people and locations of any places, by their index. */
const losses = fc.array(
  fc.record({ place: fc.nat(3), fact: fc.constantFrom('serves', 'locations'), index: fc.nat(40) }),
  { minLength: 1, maxLength: 12 },
);

const without =
  (taken: readonly { place: number; fact: string; index: number }[]) => (draft: Examples) => {
    for (const { place, fact, index } of taken) {
      const one = Object.values(draft)[place];
      const list: string[] | undefined = fact === 'serves' ? one?.serves : one?.dns.locations;
      if (list !== undefined && list.length > 0) list.splice(index % list.length, 1);
    }
  };

it('names every country whose answer goes to the default or to no one, whatever is taken away', () => {
  const before = changed();
  const bound = new Set<string>(Object.values(regulations).flatMap(({ protects }) => protects));
  fc.assert(
    fc.property(losses, (taken) => {
      const after = changed(without(taken));
      const words = said(after);
      for (const country of countryCodes) {
        const [was, is] = [placed(before, country), placed(after, country)];
        const isLost = was?.basis !== 'default' && (is === undefined || is.basis === 'default');
        if (is === undefined) expect(words).toContain("no region answers '*'");
        const followed = was?.basis === 'continent' && servesEurope(after);
        if (isLost && (bound.has(country) || followed))
          expect([country, words.includes(country)]).toEqual([country, true]);
      }
    }),
    { numRuns: 300 },
  );
});

it('says nothing while every answer is there', () => {
  expect(answerRules(changed())).toEqual([]);
});

it('lets Europe be answered from any country of the EEA, with no law read again', () => {
  const members = fc.constantFrom('DE', 'IE', 'FR', 'SE', 'IT', 'ES');
  fc.assert(
    fc.property(members, (member) => {
      const own = changed((draft) => {
        draft['xx-west-1'].country = member;
      });
      expect(answerRules(own)).toEqual([]);
      for (const country of countryCodes) {
        expect(placed(own, country)).toEqual(placed(changed(), country));
      }
      expect(readingOf('NO', 'DE')).toBe('free');
    }),
  );
});

it('names who would be answered by the default when no region answers the continent', () => {
  const [problem] = problemsOf((c) => c['xx-west-1'].dns.locations.pop());
  expect(problem).toMatchInlineSnapshot(`
    {
      "at": "catalog.dns.locations",
      "code": "DNS_NO_CONTINENT",
      "reason": "no region answers 'EU', so these would be answered by the default, xx-central-1 in IN: AD, AL, BA, BY, CH, FO, GG, GI, IM, IS, JE, LI, MC, MD, ME, MK, NO, RS, SJ, SM, UA, VA",
      "remedy": "add 'EU' to a region that serves Europe, such as xx-west-1",
      "severity": "error",
      "value": "none",
    }
  `);
});

it('names the people of a law whom no region serves, and who would answer them', () => {
  const [problem] = problemsOf((c) => {
    c['xx-east-1'].serves = [];
    c['xx-east-1'].dns.locations = [];
    c['xx-east-1'].regulations = [];
  });
  const [law = '', { title, protects } = { title: '', protects: [] }] =
    Object.entries<Regulation>(regulations).find(([, own]) =>
      own.protects.some((country) => exampleCatalog['xx-east-1'].serves.includes(country)),
    ) ?? [];
  expect(problem).toEqual({
    ...{ code: 'COUNTRY_UNSERVED', severity: 'error', at: 'catalog.serves', value: law },
    reason: `${title} protects people who would be answered by the default, xx-central-1 in IN: ${protects.join(', ')}`,
    remedy:
      'serve them in a region; when no tenant of theirs is left, take them out of regulations.ts',
  });
});

it('names who would get no answer when no region is the default', () => {
  const [problem] = problemsOf((c) => c['xx-central-1'].dns.locations.pop());
  expect(problem).toMatchInlineSnapshot(`
    {
      "at": "catalog.dns.locations",
      "code": "DNS_NO_DEFAULT",
      "reason": "no region answers '*', so these would get no answer: AF, AG, AI, AM, AO, AQ, AR, AS, AU, AW, AZ, BB, BD, BF, BH, BI, BJ, BL, BM, BN and 168 others",
      "remedy": "add '*' to one region",
      "severity": "error",
      "value": "none",
    }
  `);
});

it('refuses a decision of adequacy for another way than its own', () => {
  const problems = problemsOf((c) => {
    c['xx-west-1'].country = 'BH';
  });
  expect(problems.filter(({ code }) => code === 'BASIS_ELSEWHERE')).toMatchInlineSnapshot(`
    [
      {
        "at": "exceptions[3].basis",
        "code": "BASIS_ELSEWHERE",
        "reason": "allows EEA to GB, not AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR, GR, HR, HU, IE, IT, LT, LU, LV, MT, NL, PL, PT, RO, SE, SI, SK, AX, GF, GP, MF, MQ, RE, YT to BH",
        "remedy": "cite the act that allows this way, or keep the data in its area",
        "severity": "error",
        "value": "GDPR art. 45: Commission Implementing Decision (EU) 2021/1772 (UK adequacy), as ... (105 characters)",
      },
    ]
  `);
});
