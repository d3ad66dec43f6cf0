import type { Fleet } from '@bizflow/config';
import { alarmSentence } from '@bizflow/config/alarms';
import { committed as fleet } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { plan, used } from '../plan.ts';

const files = (fleet: Fleet): ReadonlyMap<string, string> =>
  new Map(plan(fleet, {}, used).files.map(({ path, text }) => [path, text]));
const before = files(fleet);

/** Lines that differ, except for the hash of the header. */
const changedLines = (was: string, is: string): readonly string[] => {
  const old = was.split('\n');
  return is.split('\n').filter((line, index) => line !== old[index] && !line.includes('sha256:'));
};

it.each(fleet.alarms)(
  'moves with the threshold of $name its alarm, its line and its runbook sentence',
  (alarm) => {
    // An alarm that keeps an RPO may only come earlier.
    const by = alarm.keeps === undefined ? 1 : -1;
    const moved = { ...alarm, threshold: alarm.threshold + by };
    const after = files({
      ...fleet,
      alarms: fleet.alarms.map((one) => (one.name === alarm.name ? moved : one)),
    });
    expect([...after.keys()]).toEqual([...before.keys()]);
    const paths = [...after].flatMap(([path, text]) => (text === before.get(path) ? [] : [path]));
    expect(paths).toContain('docs/runbooks/alarms.md');
    expect(paths.filter((path) => !/\/(?:observability\.tf\.json|alarms\.md)$/.test(path))).toEqual(
      [],
    );
    expect(paths.length).toBeGreaterThan(1);
    const says = ['production', 'staging'] as const;
    for (const path of paths) {
      for (const line of changedLines(before.get(path) ?? '', after.get(path) ?? '')) {
        const own =
          says.some((environment) => line.includes(alarmSentence(moved, environment))) ||
          new RegExp(`"(?:threshold|value)": ${moved.threshold},?$`).test(line);
        expect(own, `${path}: ${line}`).toBe(true);
      }
    }
    expect(after.get('docs/runbooks/alarms.md')).toContain(alarmSentence(moved, 'production'));
  },
);
