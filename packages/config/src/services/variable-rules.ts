import { type Problem, problem, unless } from '@bizflow/kernel';
import { dataStores } from '../foundation/data-stores.ts';
import { collectors } from '../tracing/collectors.ts';
import { type Variable, variables as written } from './variables.ts';

/** The plain variables by name: what is not plain has no value here. */
type Values = Readonly<Record<string, string | undefined>>;

const plain = (): Values =>
  Object.fromEntries(
    Object.entries(written).map(([name, variable]) => [
      name,
      variable.kind === 'plain' ? variable.value : undefined,
    ]),
  );

/** What pods are told agrees with what they meet: stores with TLS, a collector that is there, a pool that is one. */
export const variableRules = (values: Values = plain()): readonly Problem[] => [
  ...kindRules(),
  ...[...words(), collectorAt(), pool].flatMap(([name, holds, reason, remedy]) => {
    const value = values[name];
    return unless(value === undefined || holds(value), {
      code: 'VARIABLE_VALUE',
      at: `services.variables.${name}.value`,
      value,
      reason,
      remedy,
    });
  }),
];

/**
 * A variable of the document has the kind that what is rendered takes it to be. A credential in plain text is refused
 * where its value is (`FACT_SECRET`).
 */
export const kindRules = (
  variables: Readonly<Record<string, Variable>> = written,
): readonly Problem[] =>
  kinds.flatMap(([kind, names, what]) =>
    names
      .filter((name) => {
        const own = variables[name]?.kind;
        return own !== undefined && own !== kind && !(kind === 'secret' && own === 'plain');
      })
      .map((name) =>
        problem({
          code: 'VARIABLE_KIND',
          at: `services.variables.${name}.kind`,
          value: variables[name]?.kind,
          reason: `must be ${kind}: ${what}`,
          remedy: `write ${forms[kind]}`,
        }),
      ),
  );

// biome-ignore format: a table reads better than one value a line
const kinds: readonly (readonly [Variable['kind'], names: readonly string[], what: string])[] = [
  ['secret', ['DATABASE_URL', 'REDIS_URL', 'GUPSHUP_API_KEY', 'META_WHATSAPP_TOKEN', 'TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'], 'it carries a credential, which pods read from Secrets Manager'],
  ['region', ['AWS_REGION', 'AWS_DEFAULT_REGION'], 'each cluster tells its pods its own region'],
  ['plain', ['NODE_ENV', 'DATABASE_POOL_SIZE', 'DATABASE_SSL', 'REDIS_TLS', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'LOG_LEVEL'], 'it is one value for all clusters, which is compared with other facts'],
];

const forms = {
  secret: "{ kind: 'secret', secret: NAME }",
  region: "{ kind: 'region' }",
  plain: "{ kind: 'plain', value: VALUE }",
};

type Check = readonly [
  name: string,
  holds: (value: string) => boolean,
  reason: string,
  remedy: string,
];

const words = (): readonly Check[] => {
  const mode: string = dataStores.sslMode;
  const ssl = String(mode !== 'disable');
  const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];
  return [
    is('REDIS_TLS', 'true', 'leaves pods without a connection: Redis accepts TLS alone'),
    is('DATABASE_SSL', ssl, `is not what dataStores.sslMode says, ${mode}`),
    is('NODE_ENV', 'production', 'makes Node.js libraries leave out what protects users'),
    [
      'LOG_LEVEL',
      (value) => levels.includes(value),
      'is not a level that loggers of Node.js know',
      `use one of ${levels.join(', ')}`,
    ],
  ];
};

const is = (name: string, only: string, reason: string): Check => [
  name,
  (value) => value === only,
  reason,
  `write '${only}'`,
];

// OTLP over HTTP; 4317 is gRPC's.
const collectorAt = (): Check => {
  const endpoint = `http://edge-collector.${collectors.namespace}.svc.cluster.local:4318`;
  return is('OTEL_EXPORTER_OTLP_ENDPOINT', endpoint, 'is not where the collector listens for OTLP');
};

const pool: Check = [
  'DATABASE_POOL_SIZE',
  (value) => /^[1-9]\d{0,2}$/.test(value),
  'must be a whole number of connections, 1 to 999',
  'write the connections that each pod may open',
];
