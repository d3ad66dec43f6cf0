import { expect, it } from 'vitest';
import { kindRules, variableRules } from './variable-rules.ts';
import { variables } from './variables.ts';

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

it.each([
  ['DATABASE_URL', { kind: 'region' }],
  ['GUPSHUP_API_KEY', { kind: 'region' }],
  ['AWS_REGION', { kind: 'plain', value: 'elsewhere' }],
  ['NODE_ENV', { kind: 'region' }],
  ['DATABASE_POOL_SIZE', { kind: 'secret', secret: 'pool' }],
] as const)('refuses %s as %j', (name, variable) => {
  expect(kindRules({ ...variables, [name]: variable })).toEqual([
    expect.objectContaining({
      code: 'VARIABLE_KIND',
      at: `services.variables.${name}.kind`,
      value: variable.kind,
      remedy: expect.stringContaining(variables[name].kind),
    }),
  ]);
});

it('leaves a credential in plain text to the rule that does not print it, and other names to people', () => {
  const plain = { kind: 'plain', value: 'a' } as const;
  expect(kindRules({ ...variables, REDIS_URL: plain, REGION_OF_PARTNER: plain })).toEqual([]);
});
