import { expect, it } from 'vitest';
import { variableRules } from './variable-rules.ts';

it('finds nothing in the committed variables', () => {
  expect(variableRules()).toEqual([]);
  expect(variableRules({})).toEqual([]);
});

it.each([
  ['REDIS_TLS', 'false', '"false"'],
  ['DATABASE_SSL', 'false', '"false"'],
  ['NODE_ENV', 'development'],
  ['LOG_LEVEL', 'hunter2'],
  [
    'LOG_LEVEL',
    'postgres://bizflow:secret@db/bizflow',
    'postgres://bizflow:s... (credential of 6 characters)@db/bizflow',
  ],
  ['DATABASE_POOL_SIZE', '0', '"0"'],
  ['DATABASE_POOL_SIZE', 'twenty'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://edge-collector.observability.svc.cluster.local:4317'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://edge-collector.elsewhere.svc.cluster.local:4318'],
])('names %s = %s', (name, value, shown = value) => {
  expect(variableRules({ [name]: value })).toEqual([
    expect.objectContaining({
      code: 'VARIABLE_VALUE',
      at: `services.variables.${name}.value`,
      value: shown,
      remedy: expect.stringMatching(/\w/),
    }),
  ]);
});
