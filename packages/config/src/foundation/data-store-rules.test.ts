import { expect, it } from 'vitest';
import { type Asked, dataStoreRules } from './data-store-rules.ts';

const sound: Asked = {
  ...{ postgres: '17', client: '18.1', redis: '7.1', sslMode: 'verify-full' },
  tlsPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
  endpoints: ['sts', 'kms'],
  logRetentionDays: { production: 365 },
  keyRotationDays: 365,
};

it('finds nothing in the committed facts, and in sound ones', () => {
  expect(dataStoreRules()).toEqual([]);
  expect(dataStoreRules(sound)).toEqual([]);
});

it.each<[string, Partial<Asked>, string, string]>([
  ['PostgreSQL 11', { postgres: '11' }, 'AWS_HAS_NOT', 'foundation.dataStores.postgres'],
  [
    'a minor version',
    { postgres: '17.9', client: '17' },
    'AWS_HAS_NOT',
    'foundation.dataStores.postgres',
  ],
  ['Redis OSS 7.4', { redis: '7.4' }, 'AWS_HAS_NOT', 'foundation.dataStores.redis'],
  ['plain text', { sslMode: 'prefer' }, 'AWS_HAS_NOT', 'foundation.dataStores.sslMode'],
  [
    'TLS 1.0',
    { tlsPolicy: 'ELBSecurityPolicy-2016-08' },
    'AWS_HAS_NOT',
    'network.loadBalancers.tlsPolicy',
  ],
  [
    'an endpoint of nothing',
    { endpoints: ['sts', 'ecr.apis'] },
    'AWS_HAS_NOT',
    'network.interfaceEndpoints[1]',
  ],
  [
    '364 days of logs',
    { logRetentionDays: { staging: 364 } },
    'AWS_HAS_NOT',
    'foundations.staging.logRetentionDays',
  ],
  [
    'keys of a month',
    { keyRotationDays: 30 },
    'AWS_HAS_NOT',
    'secrets.secretPolicy.keyRotationDays',
  ],
  [
    'a client that is older than the server',
    { client: '16' },
    'CLIENT_OLDER',
    'tenancy.client.tag',
  ],
])('names %s', (_, wrong, code, at) => {
  expect(dataStoreRules({ ...sound, ...wrong }).map((one) => [one.code, one.at])).toEqual([
    [code, at],
  ]);
});
