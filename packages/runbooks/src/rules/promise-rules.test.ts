import { standbyOf } from '@bizflow/config/failover';
import { atHome, committed, nth, usual } from '@bizflow/config/testing';
import { describe, expect, it } from 'vitest';
import { runbookFiles, runbooks } from '../files.ts';
import type { RunbookFile } from '../runbook.ts';
import { longestWait } from '../stages.ts';
import { promiseRules } from './promise-rules.ts';

// Pages of a failover are planted, and a region that is failed over has none.
const files = runbookFiles(usual);
const followed = nth(
  Object.values(usual.catalog).filter(({ id }) => standbyOf(usual.catalog, id) !== undefined),
  0,
);

const codes = (planted: readonly RunbookFile[]): readonly string[] =>
  promiseRules(runbooks(usual), planted, usual).map(({ code }) => code);

/** The files of the fleet, with one of them changed by hand. */
const planted = (name: string, from: string | RegExp, to: string): readonly RunbookFile[] =>
  files.map((file) => {
    if (!file.path.endsWith(name)) return file;
    const body = file.body.replace(from, to);
    expect(body).not.toBe(file.body);
    return { ...file, body };
  });

describe('what the pages promise', () => {
  it('holds for the committed fleet', () => {
    expect(promiseRules(runbooks(committed), runbookFiles(committed), committed)).toEqual([]);
  });

  it('is refused where the script may wait longer than the RTO', () => {
    const slow = planted(`${followed.id}/region.sh`, /await 1200 promoted/, 'await 3600 promoted');
    expect(codes(slow)).toEqual(['RUNBOOK_RTO']);
    const hasty = planted(`${followed.id}/database.md`, 'RPO 15 min,', 'RPO 15 min, RTO 1 h,');
    expect(codes(hasty)).toEqual(['RUNBOOK_RTO']);
  });

  it('is refused where a page is slower than its tier and says nothing of what is faster', () => {
    const mute = planted(
      `${followed.id}/database.md`,
      /the tier allows\. .*$/m,
      'the tier allows.',
    );
    expect(codes(mute)).toEqual(['RUNBOOK_SLOW']);
  });

  it.each(atHome)('is refused where the bucket of $id is only made again, empty', ({ id }) => {
    const empty = planted(`${id}/objects.sh`, /^ *run restore_bucket .*\n/m, '');
    expect(codes(empty)).toEqual(['RUNBOOK_EMPTY_BUCKET']);
  });

  it('is refused where a page names someone who does not subscribe', () => {
    const paged = planted(
      `${followed.id}/redis.md`,
      'Slack and email',
      'PagerDuty, Slack and email',
    );
    expect(codes(paged)).toEqual(['RUNBOOK_LISTENER']);
  });

  it('is refused where an alarm that should watch a copy does not exist', () => {
    const fewer = { alarms: usual.alarms.filter(({ name }) => name !== 'replica-lag') };
    expect(promiseRules(runbooks(usual), files, fewer).map(({ code }) => code)).toEqual([
      'RUNBOOK_UNWATCHED',
    ]);
  });
});

it('counts what is begun together once, and everything else one after the other', () => {
  const script = 'since=1\nawait 20 a\nawait 50 b\nsince=2\n  await 7 c\n';
  expect(longestWait(script)).toBe(57);
  const region = files.find(({ path }) => path.endsWith(`${followed.id}/region.sh`));
  expect(longestWait(region?.body ?? '')).toBe(3210);
});
