import { type Problem, unless } from '@bizflow/kernel';
import { dataStores } from '../foundation/data-stores.ts';
import { collectors } from '../tracing/collectors.ts';
import { variables as written } from './variables.ts';

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
export const variableRules = (values: Values = plain()): readonly Problem[] =>
  [...words(), collectorAt(), pool].flatMap(([name, holds, reason, remedy]) => {
    const value = values[name];
    return unless(value === undefined || holds(value), {
      code: 'VARIABLE_VALUE',
      at: `services.variables.${name}.value`,
      value,
      reason,
      remedy,
    });
  });

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
