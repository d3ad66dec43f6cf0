import { prove } from '@bizflow/proofs';
import { rerendered } from '@bizflow/proofs/testing';
import { describe, expect, it } from 'vitest';
import { filesOf, filesWhenOff, off, parts, textsOf, turned } from './testing/optional-parts.ts';

const was = await rerendered(off, textsOf(filesWhenOff));
const made = ({ plans }: typeof was, type: string): number =>
  plans
    .flatMap(({ resources }) => resources)
    .filter((one) => one.type === type && one.mode === 'managed').length;

it('keeps every proof when none of them is on', () => {
  expect(prove(was).filter(({ holds }) => !holds)).toEqual([]);
});

describe.each(parts)('%s', (name, on, makes) => {
  // What it costs is its own matter: a person raises the budget with the fact.
  const fleet = turned((draft) => {
    on(draft);
    for (const place of Object.keys(draft.cost.budgetsUsd)) {
      Object.assign(draft.cost.budgetsUsd, { [place]: 9000 });
    }
  }, off);

  it('makes every resource that it implies when it is on, none when it is off, and keeps every proof', async () => {
    const is = await rerendered(fleet, textsOf(filesOf(fleet)));
    expect(is.plans.flatMap(({ root, failures }) => failures.map((f) => [root, f]))).toEqual([]);
    for (const [type, count] of Object.entries(makes)) {
      expect([type, made(is, type), made(was, type)]).toEqual([type, count, 0]);
    }
    expect([name, prove(is).filter(({ holds }) => !holds)]).toEqual([name, []]);
  });
});

describe('Shield Advanced without its permissions', () => {
  it('is told by the proof of permissions, call by call', async () => {
    const fleet = turned(
      (d) => Object.assign(d.globalLayers.production, { shieldAdvanced: true }),
      off,
    );
    const unable = await rerendered(fleet, textsOf(filesWhenOff));
    const proof = prove(unable).find((one) => one.proof === 'permissions');
    const told = proof?.holds === false ? proof.counterExamples : [];
    expect(new Set(told.map(({ code, value }) => `${code} ${`${value}`.split(' ')[0]}`))).toEqual(
      new Set(
        ['CreateProtection', 'DeleteProtection', 'DescribeProtection'].map(
          (action) => `CALL_REFUSED shield:${action}`,
        ),
      ),
    );
  });
});
