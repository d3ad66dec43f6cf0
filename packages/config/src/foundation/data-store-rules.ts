import { type Problem, unless } from '@bizflow/kernel';
import { loadBalancers } from '../network/load-balancers.ts';
import { interfaceEndpoints } from '../network/vpc-endpoints.ts';
import { secretPolicy } from '../secrets/secret-policy.ts';
import { tenancy } from '../tenancy/tenancy.ts';
import { retention, services, sslModes, tlsPolicies, versions } from './aws-list-rules.ts';
import { dataStores } from './data-stores.ts';
import { foundations } from './foundation.ts';

/** What AWS is asked for in words and numbers, with no type that knows which there are. */
export interface Asked {
  readonly postgres: string;
  readonly client: string;
  readonly redis: string;
  readonly sslMode: string;
  readonly tlsPolicy: string;
  readonly endpoints: readonly string[];
  /** By environment. */
  readonly logRetentionDays: Readonly<Record<string, number>>;
  readonly keyRotationDays: number;
}

const asked = (): Asked => ({
  ...dataStores,
  client: tenancy.client.tag,
  tlsPolicy: loadBalancers.tlsPolicy,
  endpoints: interfaceEndpoints,
  keyRotationDays: secretPolicy.keyRotationDays,
  logRetentionDays: Object.fromEntries(
    Object.entries(foundations).map(([name, { logRetentionDays }]) => [name, logRetentionDays]),
  ),
});

/** What is asked of AWS is what it has: engines, TLS policies, endpoints, and days for which it keeps logs. */
export const dataStoreRules = (facts: Asked = asked()): readonly Problem[] => {
  const { postgres, client, endpoints, logRetentionDays } = facts;
  return [
    ...choices(facts),
    // KMS API, `RotationPeriodInDays`.
    ...unless(facts.keyRotationDays >= 90 && facts.keyRotationDays <= 2560, {
      code: 'AWS_HAS_NOT',
      at: 'secrets.secretPolicy.keyRotationDays',
      value: facts.keyRotationDays,
      reason: 'must be >= 90 and <= 2560, the days of KMS',
      remedy: 'choose 90 to 2560',
    }),
    // psql warns, and pg_dump refuses, when the server is newer.
    ...unless(Number.parseInt(client, 10) >= Number.parseInt(postgres, 10), {
      code: 'CLIENT_OLDER',
      at: 'tenancy.client.tag',
      value: client,
      reason: `is older than the server, PostgreSQL ${postgres}`,
      remedy: `mirror a client of ${postgres} or newer (CONTRIBUTING.md, Mirror an image)`,
    }),
    ...endpoints.flatMap((name, index) =>
      oneOf(
        `network.interfaceEndpoints[${index}]`,
        name,
        services,
        'is not a service that has interface endpoints in every region',
      ),
    ),
    ...Object.entries(logRetentionDays).flatMap(([name, days]) =>
      oneOf(
        `foundations.${name}.logRetentionDays`,
        days,
        retention,
        'is not a number of days for which CloudWatch keeps logs',
      ),
    ),
  ];
};

const choices = ({ postgres, redis, sslMode, tlsPolicy }: Asked): readonly Problem[] => [
  ...oneOf(
    'foundation.dataStores.postgres',
    postgres,
    versions.postgres,
    'is not a major version of RDS for PostgreSQL in standard support',
  ),
  ...oneOf(
    'foundation.dataStores.redis',
    redis,
    versions.redis,
    'is not a version of Redis OSS that ElastiCache has',
  ),
  ...oneOf(
    'foundation.dataStores.sslMode',
    sslMode,
    sslModes,
    'lets a client talk to the database in plain text, which RDS refuses',
  ),
  ...oneOf(
    'network.loadBalancers.tlsPolicy',
    tlsPolicy,
    tlsPolicies,
    'is not a policy with TLS 1.3 and 1.2 only',
  ),
];

const oneOf = <T extends string | number>(
  at: string,
  value: T,
  known: readonly T[],
  reason: string,
): readonly Problem[] =>
  unless(known.includes(value), {
    code: 'AWS_HAS_NOT',
    at,
    value,
    reason,
    remedy: `use one of ${known.join(', ')}`,
  });
