import { expect, it } from 'vitest';
import { type NamedSecret, secretNameRules } from './secret-name-rules.ts';

const secret = (name: string, given = false): NamedSecret => ({ at: `of.${name}`, name, given });
const named = (...found: Parameters<typeof secretNameRules>) =>
  secretNameRules(...found).map(({ code, at, value }) => `${code} ${at} = ${value}`);

it('finds nothing in the committed secrets', () => {
  expect(secretNameRules()).toEqual([]);
});

it('takes secrets that each have one owner', () => {
  expect(
    named([secret('database'), secret('sms', true)], [secret('build/token')], ['sms']),
  ).toEqual([]);
});

it('names a secret of two owners, one by one', () => {
  const other = { ...secret('redis'), at: 'of.another' };
  expect(named([secret('redis'), other], [], [])).toEqual(['SECRET_SHARED of.another = redis']);
  expect(named([], [secret('a'), secret('a')], [])).toEqual(['SECRET_SHARED of.a = a']);
});

it.each(['data base', 'sms?', 'a//b', '/a', 'a/', 'a/../b', ''])(
  'names %j, which Secrets Manager refuses',
  (name) => {
    expect(named([secret(name)], [], [])).toEqual([`SECRET_NAME of.${name} = ${name || '""'}`]);
  },
);

it('names a secret that a third party gave out and whose hosts are not known', () => {
  expect(named([secret('sms', true)], [], [])).toEqual(['SECRET_UNANSWERED of.sms = sms']);
});

it('names a third party whose secret nothing uses any more', () => {
  expect(named([secret('sms')], [], ['sms'])).toEqual([
    'PROVIDER_UNUSED network.providers.sms = sms',
  ]);
});
