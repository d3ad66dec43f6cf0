import { expect, it } from 'vitest';
import { api } from './api.ts';
import { services } from './services.ts';
import { variableNames, variables } from './variables.ts';
import { whatsappWorker } from './whatsapp-worker.ts';

it('has every variable of the appendix, in its order', () => {
  expect(variableNames).toEqual([
    'NODE_ENV',
    'AWS_REGION',
    'AWS_DEFAULT_REGION',
    'DATABASE_URL',
    'DATABASE_POOL_SIZE',
    'DATABASE_SSL',
    'REDIS_URL',
    'REDIS_TLS',
    'GUPSHUP_API_KEY',
    'META_WHATSAPP_TOKEN',
    'TWILIO_ACCOUNT_SID',
    'TWILIO_AUTH_TOKEN',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'LOG_LEVEL',
  ]);
});

it('has the plain values of the appendix, and the collector in place of X-Ray', () => {
  const plain = Object.entries(variables).flatMap(([name, variable]) =>
    variable.kind === 'plain' ? [[name, variable.value]] : [],
  );
  expect(Object.fromEntries(plain)).toEqual({
    NODE_ENV: 'production',
    DATABASE_POOL_SIZE: '20',
    DATABASE_SSL: 'true',
    REDIS_TLS: 'true',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://edge-collector.observability.svc.cluster.local:4318',
    LOG_LEVEL: 'info',
  });
});

it('takes exactly the secretsmanager:// variables from their own secret', () => {
  const secrets = Object.entries(variables).flatMap(([name, variable]) =>
    variable.kind === 'secret' ? [[name, variable.secret]] : [],
  );
  expect(Object.fromEntries(secrets)).toEqual({
    DATABASE_URL: 'database',
    REDIS_URL: 'redis',
    GUPSHUP_API_KEY: 'gupshup',
    META_WHATSAPP_TOKEN: 'meta',
    TWILIO_ACCOUNT_SID: 'twilio',
    TWILIO_AUTH_TOKEN: 'twilio-auth',
  });
});

it('sets the two variables that name the region from the cluster', () => {
  expect([variables.AWS_REGION.kind, variables.AWS_DEFAULT_REGION.kind]).toEqual([
    'region',
    'region',
  ]);
});

it('gives both programs of the document the whole appendix', () => {
  for (const { variables: names } of [api, whatsappWorker]) expect(names).toEqual(variableNames);
});

it('gives every service names of the appendix only, and each of them once', () => {
  for (const { name, variables: names } of services) {
    expect(new Set(names).size, name).toBe(names.length);
    expect(variableNames, name).toEqual(expect.arrayContaining([...names]));
  }
});
