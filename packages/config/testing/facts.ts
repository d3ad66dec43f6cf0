import type { Breakage } from './breakage.ts';
import type { Draft } from './example-fleet.ts';

/** A fact that no type knows yet, to be checked by its name alone. */
const plus = (fact: Record<string, unknown>) => (draft: Draft) =>
  Object.assign(draft.tenancy, fact);

/** Breaks facts of every kind. */
export const facts: readonly Breakage[] = [
  [
    'a limit for no path',
    (draft) => {
      draft.guesses = { loginPaths: { value: [], placeholder: false, ask: 'the application' } };
    },
    'GUESS_EMPTY',
  ],
  ['a country that is not one', plus({ country: 'QQ' }), 'FACT_COUNTRY'],
  ['a code that no country has', plus({ own: { countryCodes: ['QQ'] } }), 'FACT_COUNTRY'],
  ['a price of 30 February', plus({ priceList: { vpn: { read: '2026-02-30' } } }), 'FACT_DAY'],
  [
    'an act that ends before it begins',
    plus({ act: { since: '2026-02-28', until: '2026-02-27' } }),
    'FACT_ORDER',
  ],
  ['a freeze on 30 February', plus({ schedule: '0 0 30 2 *' }), 'FACT_SCHEDULE'],
  ['a schedule with a minute 61', plus({ schedule: '61 0 * * *' }), 'FACT_SCHEDULE'],
  ['a backup at the hour 24', plus({ backupHours: { low: [24] } }), 'FACT_HOUR'],
  ['a window at minute 61', plus({ databaseWindows: { backup: '20:61-21:00' } }), 'FACT_WINDOW'],
  ['a range of 33 bits', plus({ unroutableRanges: ['10.0.0.0/33'] }), 'FACT_RANGE'],
  ['a disk of a petabyte', plus({ spareGb: 1_000_000 }), 'FACT_COUNT'],
  [
    'a token in plain text',
    plus({ variables: { META_TOKEN: { kind: 'plain', value: 'x' } } }),
    'FACT_SECRET',
  ],
  [
    'a plain value that looks like a key',
    plus({ variables: { META: { kind: 'plain', value: 'AKIAIOSFODNN7EXAMPLE' } } }),
    'FACT_SECRET',
  ],
  ['a time zone of no place', plus({ timeZone: 'Asia/Atlantis' }), 'FACT_TIME_ZONE'],
  [
    'a digest that lost a digit',
    plus({ base: { digest: `sha256:${'0'.repeat(63)}` } }),
    'FACT_DIGEST',
  ],
  ['a chart from an unsafe place', plus({ chart: { repository: 'ftp://charts' } }), 'FACT_URL'],
  ['a way out to everywhere', plus({ ownDomains: ['*'] }), 'FACT_DOMAIN'],
  ['a version that is a word', plus({ version: 'latest' }), 'FACT_VERSION'],
  ['an image without a tag', plus({ image: 'public.ecr.aws/a/b' }), 'FACT_IMAGE'],
  ['a negative time', plus({ holdSeconds: -1 }), 'FACT_DURATION'],
  ['a time of a thousand years', plus({ keptDays: 365_000 }), 'FACT_DURATION'],
  [
    'a rate that WAF does not count',
    plus({ rates: { api: { windowSeconds: 61 } } }),
    'FACT_DURATION',
  ],
  ['a time that is a text', plus({ holdSeconds: '15' }), 'FACT_DURATION'],
  ['a duration without a unit', plus({ expireAfter: '504' }), 'FACT_DURATION'],
  ['a quantity of nothing', plus({ controllerRequests: { one: { cpu: '0m' } } }), 'FACT_QUANTITY'],
  ['101 percent', plus({ stepPercent: 101 }), 'FACT_PERCENT'],
  ['more than all', plus({ answeredRatio: 1.5 }), 'FACT_RATIO'],
  ['a port that TCP does not have', plus({ servicePort: 65_536 }), 'FACT_PORT'],
  ['the hour 24', plus({ hours: { low: [24] } }), 'FACT_HOUR'],
  ['a limit that is none', plus({ failureLimit: 1000 }), 'FACT_COUNT'],
  ['half a node', plus({ smallNodes: 0.5 }), 'FACT_COUNT'],
  ['less than nothing', plus({ deviations: -1 }), 'FACT_AMOUNT'],
  ['a namespace with a space', plus({ namespace: 'kube system' }), 'FACT_NAME'],
  ['a name of two words', plus({ nickname: 'two words' }), 'FACT_TEXT'],
  ['a length that is a text', plus({ secretPolicy: { passwordLength: '64' } }), 'FACT_NUMBER'],
  ['a text that is said twice', plus({ verbs: ['get', 'get'] }), 'FACT_TWICE'],
  ['a reason that says nothing', plus({ because: '' }), 'FACT_TEXT'],
];
