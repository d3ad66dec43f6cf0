import type { CountryCode } from '@bizflow/region-catalog';

/** A record as Route 53 keeps it, of the routing policies that terraform/global uses. */
export interface DnsRecord {
  readonly name: string;
  readonly target: string;
  /** The health check of a record; none counts as healthy (Route 53 guide). */
  readonly healthCheck: string | null;
  readonly policy:
    | { readonly kind: 'simple' }
    | {
        readonly kind: 'geolocation';
        readonly country: string | null;
        readonly continent: string | null;
      }
    | { readonly kind: 'failover'; readonly role: 'primary' | 'secondary' };
}

/** Who asks: a country, and the continent that Route 53 files it under, as far as it knows. */
export interface Asker {
  readonly country: CountryCode | null;
  readonly continent: string | null;
}

/** Whether a health check passes. */
export type Healthy = (healthCheck: string) => boolean;

/**
 * What Route 53 answers, through every CNAME of the zone to a name that it does not hold, as the
 * developer guide describes it ("How Route 53 chooses records when health checking is configured").
 * Undefined means that there is no answer.
 */
export function ask(
  records: readonly DnsRecord[],
  name: string,
  asker: Asker,
  healthy: Healthy,
): string | undefined {
  const named = records.filter((record) => record.name === name);
  if (named.length === 0) return name;
  const chosen = choose(named, asker, ({ healthCheck }) =>
    healthCheck === null ? true : healthy(healthCheck),
  );
  return chosen === undefined ? undefined : ask(records, chosen.target, asker, healthy);
}

const choose = (
  named: readonly DnsRecord[],
  asker: Asker,
  isUp: (record: DnsRecord) => boolean,
): DnsRecord | undefined => {
  if (named.some(({ policy }) => policy.kind === 'geolocation')) return nearest(named, asker, isUp);
  if (named.some(({ policy }) => policy.kind === 'failover')) return standing(named, isUp);
  return named[0];
};

// The smallest area that has a healthy record; where none has, the smallest of all.
const nearest = (
  named: readonly DnsRecord[],
  { country, continent }: Asker,
  isUp: (record: DnsRecord) => boolean,
): DnsRecord | undefined => {
  const areas = named.flatMap((record) => {
    if (record.policy.kind !== 'geolocation') return [];
    if (country !== null && record.policy.country === country) return [{ record, size: 0 }];
    if (continent !== null && record.policy.continent === continent) return [{ record, size: 1 }];
    return record.policy.country === '*' ? [{ record, size: 2 }] : [];
  });
  const bySize = areas.toSorted((a, b) => a.size - b.size).map(({ record }) => record);
  return bySize.find(isUp) ?? bySize[0];
};

// The primary while it is up; also when both are down.
const standing = (
  named: readonly DnsRecord[],
  isUp: (record: DnsRecord) => boolean,
): DnsRecord | undefined => {
  const role = (wanted: string) =>
    named.find(({ policy }) => policy.kind === 'failover' && policy.role === wanted);
  const [first, second] = [role('primary'), role('secondary')];
  return first !== undefined && (isUp(first) || second === undefined || !isUp(second))
    ? first
    : second;
};
