import { describe, expect, it } from 'vitest';
import { commandsOn, rootAppliedBy } from './failback-page.ts';
import { type Seen, stoppedScript, writerRules } from './writer-rules.ts';

const page = [
  '1. Move it aside.',
  '',
  '```sh',
  'aws rds modify-db-instance \\',
  '  --apply-immediately',
  'terraform -chdir=terraform/environments/production/xx-1 apply',
  '```',
  '2. Look at the rows.',
].join('\n');

describe('the page of a failback', () => {
  it('has commands, some over several lines', () => {
    expect(commandsOn(page)).toEqual([
      'aws rds modify-db-instance \\\n  --apply-immediately',
      'terraform -chdir=terraform/environments/production/xx-1 apply',
    ]);
  });

  it('applies roots by some of them', () => {
    expect(commandsOn(page).map(rootAppliedBy)).toEqual([undefined, 'production/xx-1']);
  });
});

const writer: Seen = {
  region: 'xx-1',
  database: { arn: 'arn:one', address: 'one.example', source: null },
  redis: { address: 'redis-one.example', role: 'PRIMARY' },
  secrets: {
    database: 'postgresql://user:word@one.example:5432/x',
    redis: 'rediss://:word@redis-one.example:6379',
  },
};
const copy: Seen = {
  region: 'xx-2',
  database: { arn: 'arn:two', address: 'two.example', source: 'arn:one' },
  redis: { address: 'redis-two.example', role: 'SECONDARY' },
  secrets: writer.secrets,
};
const found = (one: Seen, ...copies: readonly Seen[]) =>
  writerRules('at', one, copies).map(({ code, at }) => `${code} ${at}`);

describe('who takes the writes', () => {
  it('is one region, which all others copy and to which every address leads', () => {
    expect(found(writer, copy)).toEqual([]);
  });

  it('is not a region whose database or Redis copies another', () => {
    expect(found(copy)).toEqual([
      'NO_WRITER at: xx-2 database',
      'NO_WRITER at: xx-2 redis',
      'ADDRESS_STALE at: xx-2 database',
      'ADDRESS_STALE at: xx-2 redis',
    ]);
  });

  it('has a copy in every other region', () => {
    const apart = { ...copy, database: { ...copy.database, source: null } };
    const ahead = { ...copy, redis: { ...copy.redis, role: 'PRIMARY' } };
    expect(found(writer, apart)).toEqual(['NO_COPY at: xx-2 database']);
    expect(found(writer, ahead)).toEqual(['NO_COPY at: xx-2 redis']);
  });

  it('is named by the secrets of every region', () => {
    const stale = { ...copy, secrets: { ...copy.secrets, redis: 'rediss://:word@old:6379' } };
    expect(found(writer, stale)).toEqual(['ADDRESS_STALE at: xx-2 redis']);
  });
});

it('tells of a script that stopped where it stopped', () => {
  expect(stoppedScript('at', { code: 0, log: '' })).toEqual([]);
  expect(stoppedScript('at', { code: 1, log: 'one\ntwo\n' })).toMatchObject([
    { code: 'SCRIPT_STOPPED', at: 'at', reason: 'ended with 1: one two' },
  ]);
});
