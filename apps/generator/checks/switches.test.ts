import type { Fleet } from '@bizflow/config';
import { usual } from '@bizflow/config/testing';
import { type Proof, prove } from '@bizflow/proofs';
import { rerendered } from '@bizflow/proofs/testing';
import { describe, expect, it } from 'vitest';
import { filesOf, off, parts, textsOf, turned } from '../src/testing/optional-parts.ts';

const rendered = (fleet: Fleet) => rerendered(fleet, textsOf(filesOf(fleet)));
const today = await rendered(usual);
const without = await rendered(off);
const made = ({ plans }: typeof today, type: string): number =>
  plans
    .flatMap(({ resources }) => resources)
    .filter((one) => one.type === type && one.mode === 'managed').length;
const told = (proofs: readonly Proof[]) =>
  proofs.flatMap((proof) => (proof.holds ? [] : proof.counterExamples));

it('keeps every proof without the firewall, and the rights with which an apply removes it', () => {
  expect(told(prove(without))).toEqual([]);
});

describe.each(parts)('%s', (name, on, makes) => {
  const was = name === 'Network Firewall' ? without : today;
  // What it costs is its own matter: a person raises the budget with the fact.
  const fleet = turned((draft) => {
    on(draft);
    for (const place of Object.keys(draft.cost.budgetsUsd)) {
      Object.assign(draft.cost.budgetsUsd, { [place]: 9000 });
    }
    Object.assign(draft.cost.accountsUsd, { production: 40_000 });
  }, was.fleet);

  it('makes every resource that it implies when it is on, none when it is off, and keeps every proof', async () => {
    const is = await rendered(fleet);
    expect(is.plans.flatMap(({ root, failures }) => failures.map((f) => [root, f]))).toEqual([]);
    for (const [type, count] of Object.entries(makes)) {
      expect([type, made(is, type), made(was, type)]).toEqual([type, count, 0]);
    }
    expect(told(prove(is))).toEqual([]);
  });
});

describe('Shield Advanced without its permissions', () => {
  it('is told by the proof of permissions, call by call', () => {
    const fleet = turned(
      (d) => Object.assign(d.globalLayers.production, { shieldAdvanced: true }),
      usual,
    );
    const planned = today.planned.map(({ cluster, plan }) => ({
      cluster: { ...cluster, shieldAdvanced: true },
      plan,
    }));
    const refused = told(prove({ ...today, fleet, planned })).map(
      ({ code, value }) => `${code} ${`${value}`.split(' ')[0]}`,
    );
    expect(new Set(refused)).toEqual(
      new Set(
        ['CreateProtection', 'DeleteProtection', 'DescribeProtection'].map(
          (action) => `CALL_REFUSED shield:${action}`,
        ),
      ),
    );
  });
});
