import type { Fleet } from '@bizflow/config';
import { type AlarmTarget, recoveryListeners } from '@bizflow/config/alarms';
import { bucketNames } from '@bizflow/config/names';
import { type Problem, unless } from '@bizflow/kernel';
import { scriptName } from '../markdown.ts';
import type { Runbook, RunbookFile } from '../runbook.ts';
import { longestWait } from '../stages.ts';

/** Pages promise what their scripts can keep: times, who is told, and what is there again afterwards. */
export const promiseRules = (
  runbooks: readonly Runbook[],
  files: readonly RunbookFile[],
  fleet: Pick<Fleet, 'alarms'>,
): readonly Problem[] =>
  runbooks.flatMap((runbook) => {
    const body = (name: string): string =>
      files.find(({ path }) => path.endsWith(`/${runbook.cluster.region.id}/${name}`))?.body ?? '';
    const at = `runbooks.${runbook.cluster.region.id}.${runbook.loss}`;
    const texts = { page: body(`${runbook.loss}.md`), script: body(scriptName(runbook)) };
    return [
      ...times(at, texts),
      ...slow(at, texts),
      ...watched(at, runbook, fleet),
      ...listeners(at, texts),
      ...objects(at, runbook, texts),
    ];
  });

interface Texts {
  readonly page: string;
  readonly script: string;
}

const times = (at: string, { page, script }: Texts): readonly Problem[] =>
  [...page.matchAll(/RTO (\d+) (h|min)\b/g)].flatMap(([promise, count, unit]) => {
    const seconds = Number(count) * (unit === 'h' ? 3600 : 60);
    const waits = longestWait(script);
    return unless(waits <= seconds, {
      code: 'RUNBOOK_RTO',
      at,
      value: promise,
      reason: `is less than the ${Math.ceil(waits / 60)} minutes that its script may wait`,
      remedy: 'let the steps begin together, or say on the page what would be fast enough',
    });
  });

const slow = (at: string, { page }: Texts): readonly Problem[] =>
  unless(!/longer than the tier allows\.\s*$/m.test(page), {
    code: 'RUNBOOK_SLOW',
    at,
    value: 'longer than the tier allows',
    reason: 'is all that the page says: no reader can keep the promise',
    remedy: 'say what is faster (`instead` of its objective), or make the steps shorter',
  });

const watched = (at: string, { objective }: Runbook, { alarms }: Pick<Fleet, 'alarms'>) => {
  const alarm = objective?.copy?.alarm ?? null;
  return unless(alarm === null || alarms.some(({ name }) => name === alarm), {
    code: 'RUNBOOK_UNWATCHED',
    at,
    value: alarm,
    reason: 'should watch how old the copy is, and the fleet has no such alarm',
    remedy: 'name one of packages/config/src/alarms/alarms.ts',
  });
};

const targets = ['PagerDuty', 'Slack', 'email'] as const satisfies readonly AlarmTarget[];

const listeners = (at: string, { page }: Texts): readonly Problem[] =>
  targets.flatMap((target) =>
    unless(!page.includes(target) || recoveryListeners.some((one) => one === target), {
      code: 'RUNBOOK_LISTENER',
      at,
      value: target,
      reason: 'is on the page, and does not subscribe to the topic that the script publishes to',
      remedy: 'name those in recoveryListeners, packages/config/src/alarms/destinations.ts',
    }),
  );

const objects = (at: string, { cluster }: Runbook, { script }: Texts): readonly Problem[] =>
  bucketNames(cluster).flatMap((name) =>
    unless(
      !script.includes('-target=module.s3') ||
        script.includes(` s3://${name} `) ||
        script.includes(`run restore_bucket ${name}\n`),
      {
        code: 'RUNBOOK_EMPTY_BUCKET',
        at,
        value: name,
        reason: 'is created again by the script, which then copies no object into it',
        remedy: 'copy its objects back, or restore its newest recovery point',
      },
    ),
  );
