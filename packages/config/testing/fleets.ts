import { readFileSync } from 'node:fs';
import { freeze } from '@bizflow/kernel';
import { catalog, exceptions } from '@bizflow/region-catalog';
import type { Loose } from '@bizflow/region-catalog/testing';
import type { AssignedValue } from '../src/assigned/assigned.ts';
import type { ChartsLock } from '../src/charts/charts-lock.ts';
import { type Fleet, fleet } from '../src/fleet/fleet.ts';
import type { ImageLock } from '../src/images/images.ts';

const read = (name: string) =>
  freeze(JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')));

const lock: ImageLock = read('images.lock.json');
const charts: ChartsLock = read('charts.lock.json');

/** The fleet as it is committed, examples included. */
export const committed: Fleet = fleet(lock, charts);

const pushed = {
  ...{ architectures: ['amd64', 'arm64'], pushedAt: '2026-01-02T03:04:05.000Z' },
  placeholder: false,
};

/** The committed fleet with the usual roles of its regions, which the document describes: nothing failed over. */
export const usual: Fleet = { ...committed, failedOver: [], catalog, exceptions };

/** The fleet when AWS has assigned every value and people confirmed every guess: no problem is left. */
export const plain = (facts: Fleet = committed): Fleet => {
  const draft = structuredClone(facts);
  const assigned: Loose<AssignedValue>[] = [
    ...Object.values(draft.assigned.accounts),
    ...Object.values(draft.assigned.keys).flatMap((keys) => Object.values(keys ?? {})),
    ...Object.values(draft.assigned.datastores).flatMap((value) => value ?? []),
    ...Object.values(draft.assigned.signing),
    ...Object.values(draft.assigned.gitHubApp),
    ...Object.values(draft.assigned.clusters).flatMap((values) => Object.values(values ?? {})),
  ];
  assigned.forEach((value, index) => {
    value.value = real(value.value, String(index).padStart(2, '0'));
    value.placeholder = false;
  });
  for (const images of Object.values(draft.lock.images)) {
    for (const image of Object.values(images)) {
      Object.assign(image ?? {}, structuredClone(pushed));
    }
  }
  for (const value of [draft.tenancy.client, ...Object.values(draft.guesses)]) {
    Object.assign(value, { placeholder: false });
  }
  return draft;
};

// Spelled as AWS and GitHub spell it, and none of its documentation's examples.
const real = (example: string, number: string): string => {
  if (example.startsWith('ws-')) return `ws-1234abcd-12ab-34cd-56ef-1234567890${number}`;
  if (example.startsWith('mrk-')) return `mrk-1234abcd12ab34cd56ef1234567890${number}`;
  if (example.startsWith('aaaaa-')) return example.replace('aaaaa-', 'erpgt-');
  if (example.includes('_EXAMPLE')) return example.replace(/_EXAMPLE\d+/, `_a1B2c3D${number}`);
  if (example.startsWith('MFkw')) return example.replace(/.{4}==$/, `Ab${number}==`);
  if (example.length === 26) return `1a2b3c4d5e6f7g8h9i0j1k2l${number}`;
  if (example.startsWith('10000')) return example.replace('10000', `2${number}98`);
  return example.startsWith('sg-') ? `sg-0a1b2c3d4e5f678${number}` : `2109876543${number}`;
};

/** A copy of the plain fleet with one thing changed; the border where bad text becomes a fleet. */
export function changed(change: (draft: Loose<Fleet>) => unknown, facts?: Fleet): Fleet {
  const draft = plain(facts) as Loose<Fleet>;
  change(draft);
  return draft as Fleet;
}

/** A service of the document, at any place in the list. */
export const called = (draft: Pick<Loose<Fleet>, 'services'>, name: string) =>
  nth(
    draft.services.filter((service) => service.name === name),
    0,
  );

/** An element that a test relies on. */
export function nth<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`nothing stands at ${index}`);
  return item;
}
