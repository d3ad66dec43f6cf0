import { describe, expect, it } from 'vitest';
import type { PlayedCommand } from './commands.ts';
import { failedCommand, motoCannot, unlike, untold } from './page-rules.ts';

const done = (text: string, played: PlayedCommand['played'] = 'succeeded'): PlayedCommand => ({
  ...{ script: 'aws x', played, text, deviations: [], destroyed: null, taken: [] },
});
const waited = (prints: string, id = 'state-empty') => ({ id, command: 'aws x', prints });

describe('a command of a page', () => {
  it('is told when it fails, with its last words', () => {
    expect(failedCommand('destroy', done('Error: BucketNotEmpty', 'failed'))).toMatchObject([
      { code: 'COMMAND_FAILED', value: 'aws x', reason: 'Error: BucketNotEmpty' },
    ]);
    expect(failedCommand('destroy', done('', 'skipped'))).toEqual([]);
  });

  it.each([
    ['nothing', '', true],
    ['nothing', 'module.s3.aws_s3_bucket.this', false],
    ['"available"; nothing where the database was a replica', '"available"', true],
    ['"available"; nothing where the database was a replica', '"creating"', false],
    ['0', '0', true],
    ['0', '3', false],
    ['the dashboard of the services', '{}', true],
  ])('that should show %s shows %j', (prints, text, isRight) => {
    expect(unlike('destroy', waited(prints), done(text)).length === 0).toBe(isRight);
  });

  it('is not compared where people play it, nor played where moto has no answer', () => {
    expect(unlike('drain', waited('nothing'), done('x', 'skipped'))).toEqual([]);
    expect(motoCannot(waited('more than 0', 'backed-up'))).toMatch('no recovery points');
    expect(motoCannot(waited('nothing'))).toBeUndefined();
  });

  it('is there for each root that GitHub does not apply', () => {
    const due = [
      { root: 'production/access', stage: 'access' },
      { root: 'production/xx-1', stage: 'leaving' },
      { root: 'production/xx-2', stage: 'regions' },
    ];
    const commands = ['terraform -chdir=terraform/environments/production/access apply'];
    expect(untold('destroy', due, commands)).toMatchObject([
      { code: 'APPLY_UNTOLD', value: 'production/xx-1' },
    ]);
  });
});
