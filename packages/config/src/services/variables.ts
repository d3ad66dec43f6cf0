import { freeze } from '@bizflow/kernel';

/** Where a variable's value comes from. The value of a secret is never in this repository. */
export type Variable =
  | { readonly kind: 'plain'; readonly value: string }
  | { readonly kind: 'region' }
  /** The name's last part in Secrets Manager: the whole secret string is the value. */
  | { readonly kind: 'secret'; readonly secret: string };

/** The in-cluster collector; it signs and forwards to X-Ray (docs/decisions/0009). */
const collector = 'http://edge-collector.observability.svc.cluster.local:4318';

/** The document's "Appendix: Environment Variables", name by name. */
export const variables = freeze({
  NODE_ENV: { kind: 'plain', value: 'production' },
  AWS_REGION: { kind: 'region' },
  AWS_DEFAULT_REGION: { kind: 'region' },
  DATABASE_URL: { kind: 'secret', secret: 'database' },
  DATABASE_POOL_SIZE: { kind: 'plain', value: '20' },
  DATABASE_SSL: { kind: 'plain', value: 'true' },
  REDIS_URL: { kind: 'secret', secret: 'redis' },
  REDIS_TLS: { kind: 'plain', value: 'true' },
  GUPSHUP_API_KEY: { kind: 'secret', secret: 'gupshup' },
  META_WHATSAPP_TOKEN: { kind: 'secret', secret: 'meta' },
  TWILIO_ACCOUNT_SID: { kind: 'secret', secret: 'twilio' },
  TWILIO_AUTH_TOKEN: { kind: 'secret', secret: 'twilio-auth' },
  OTEL_EXPORTER_OTLP_ENDPOINT: { kind: 'plain', value: collector },
  LOG_LEVEL: { kind: 'plain', value: 'info' },
} as const satisfies Record<string, Variable>);

export type VariableName = keyof typeof variables;

/** Every name of the appendix, in its order. */
export const variableNames = freeze(Object.keys(variables)) as readonly VariableName[];
