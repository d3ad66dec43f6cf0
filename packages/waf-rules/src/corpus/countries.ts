import { countryCodes } from '@bizflow/region-catalog';
import { blocked, passes, type Topic } from './case.ts';

// ISO 3166-1, Kosovo as WAF has it, and an address of no known country.
const everywhere: readonly (string | null)[] = [...countryCodes, 'XK', null];

/** Each country of the world at the start page and at the admin pages. */
export const countries: Topic = ({ profile, edge, markets }) =>
  everywhere.flatMap((country) => {
    const [home, admin] = [{ country }, { country, target: '/admin/users' }];
    const isHigh = edge.highRiskCountries.some((code) => code === country);
    if (profile === 'origin') return [passes(`${country}, which an origin cannot know`, admin)];
    return [
      isHigh ? blocked(`${country}`, 'geo-high-risk', home) : passes(`${country}`, home),
      isHigh
        ? blocked(`an admin in ${country}`, 'geo-high-risk', admin)
        : markets.includes(country ?? '')
          ? passes(`an admin in ${country}`, admin)
          : blocked(`an admin in ${country}`, 'geo-admin', admin),
    ];
  });

const claims = [
  'X-Forwarded-For',
  'x-forwarded-for',
  'X-Real-IP',
  'True-Client-IP',
  'CF-Connecting-IP',
  'CloudFront-Viewer-Address',
  'CloudFront-Viewer-Country',
  'Forwarded',
];
const spoofs = ['198.51.100.1', '198.51.100.1, 203.0.113.7', 'for=198.51.100.1', 'IN', '::1', ''];

/** Headers that claim another address change nothing: no rule reads them. */
export const spoofed: Topic = ({ profile, risky, abroad }) =>
  profile === 'origin'
    ? []
    : claims.flatMap((name) =>
        spoofs.flatMap((value) => [
          blocked(`${name}: ${value} from a country of high risk`, 'geo-high-risk', {
            country: risky,
            headers: { [name]: value },
          }),
          blocked(`${name}: ${value} at the admin pages`, 'geo-admin', {
            country: abroad,
            target: '/admin',
            headers: { [name]: value },
          }),
        ]),
      );
