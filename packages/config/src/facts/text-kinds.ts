import { parseCidr } from '@bizflow/kernel';
import { isCountryCode } from '@bizflow/region-catalog';
import { isAssignedCode } from './country.ts';
import { type FactKind, text } from './fact-kind.ts';
import { isUrl } from './url.ts';

// Letters and digits, long and mixed: a key or a token, which a program has drawn.
const looksDrawn = /^(?=.*\d)(?=.*[A-Za-z])[\w+/=.-]{20,}$/;

// scheme://user:password@host
const hasPassword = /:\/\/[^\s/@]*:[^\s/@]+@/;

const someText = (value: string): boolean => value.trim() !== '';

/** What texts mean by their names; the first that fits a path says it. */
export const textKinds: readonly FactKind[] = [
  text(
    'FACT_SECRET',
    /\.variables\.\w*(KEY|TOKEN|SECRET|PASSWORD|SID|(DATABASE|REDIS)_URL)\w*\.value$/,
    () => false,
    'must be a secret: the value of such a name is never in a repository',
  ),
  text(
    'FACT_SECRET',
    /\.variables\.(?!OTEL_)\w+\.value$/,
    (value) => /^\S+$/.test(value) && !looksDrawn.test(value) && !hasPassword.test(value),
    'must be one word that is not a credential, and this looks like one or has spaces',
  ),
  text(
    'FACT_COUNTRY',
    /(\.country|\.(countries|euMembers|eeaMembers|euTerritories|protects|disputed)\[0\])$/,
    isCountryCode,
    'must be a code of ISO 3166-1, such as IN',
  ),
  text(
    'FACT_COUNTRY',
    /\.adequacy\.[\w ]+\.(from|to)$/,
    (value) => value === 'EEA' || isCountryCode(value),
    'must be EEA, or a code of ISO 3166-1, such as GB',
  ),
  text(
    'FACT_COUNTRY',
    /\.countryCodes\[0\]$/,
    isAssignedCode,
    'must be a code that ISO 3166-1 assigns',
  ),
  text(
    'FACT_RANGE',
    /\.(unroutableRanges\[0\]|anywhere|metadataService)$/,
    (value) => parseCidr(value) !== undefined,
    'must be a range of addresses, with the length of its prefix',
  ),
  text(
    'FACT_DIGEST',
    /\.digest$/,
    /^sha256:[0-9a-f]{64}$/,
    'must be sha256: and 64 hexadecimal digits',
  ),
  // A call is an action, what it meets, and where that is written.
  text(
    'FACT_TEXT',
    /\bpermissions\..*([cC]alls\[0\]\[0\]|\.source\.\w+)$/,
    someText,
    'must say something',
  ),
  text(
    'FACT_URL',
    /(\.adequacy\.[\w ]+\.source|\.chart\.repository|\.definitions\.repository|\.argoCd\.destination|_ENDPOINT\.value)$/,
    isUrl,
    'must be a URL with https, or a registry and a path',
  ),
  text(
    'FACT_DOMAIN',
    /(\.serviceLinkedRoles\[0\]\.service|\.hosts\[0\]|\.tokenDomain|\.leadsTo\[0\]|[dD]omains(\.[^.]+)?\[0\]|Hosts\[0\])$/,
    /^\.?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
    'must be a domain, or with a dot before it all that are below it',
  ),
  {
    ...text(
      'FACT_VERSION',
      /(\.version|Version|dataStores\.(postgres|redis))$/,
      /^v?\d+(\.\d+){0,2}$/,
      'must be a version such as 1.34 or v1.2.3',
    ),
    is: 'string',
  },
  text(
    'FACT_IMAGE',
    /\.image$/,
    /^[a-z0-9.-]+\.[a-z]+(\/[a-z0-9._-]+)+:v?\d+(\.\d+)*(-[a-z0-9.]+)?$/,
    'must be registry/repository:tag, and the tag a version such as v1.2.3',
  ),
  text(
    'FACT_QUANTITY',
    /\.controllerRequests\..*\.(cpu|memory)$/,
    /^[1-9]\d{0,4}(m|Mi|Gi)?$/,
    'must be a quantity such as 100m or 256Mi',
  ),
  text(
    'FACT_PERCENT',
    /\.(disruptedAtOnce|maxSurge)$/,
    /^([1-9]?\d|100)%$/,
    'must be a percentage such as 10%',
  ),
  text(
    'FACT_NAME',
    /(?<!metrics\.\w+)(\.namespace|\.serviceAccount|\.chart\.name)$/,
    /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/,
    'must be a DNS label (RFC 1123)',
  ),
  // Words for people: any, but some; and words of types, which have spaces too.
  text(
    'FACT_TEXT',
    /(\.(of|emitter|row|says|first|what|otherwise|check|missingBecause|description|because|why|source|reason|instead|title|basis|act|law|strategy|ask|expression|priceList\..+\.unit|writes|by|evidence)|commitments\[0\]\.kind|(recoveryTiers|neighbours)(\.\w+|\[0\])\.name|closedWebhooks\..*|costRows\[0\]|scaling\..*|signOn\.provider|Commands\[0\])$/,
    someText,
    'must say something',
  ),
];

/** Of every other text. */
export const anyText: FactKind = {
  ...text('FACT_TEXT', /./, /^\S+$/, 'must be a word without spaces'),
  is: 'string',
};
