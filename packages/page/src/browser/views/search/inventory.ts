import type { FleetData } from '../../../data/fleet-data.ts';
import type { PageData } from '../../../data/page-data.ts';

/** An object or a resource that can be found. */
export interface Thing {
  readonly kind: string;
  readonly name: string;
  readonly place: string;
  /** Its file, or the folder of its root. */
  readonly path: string;
  /** What a plan does to it: `new`, `gone`, `changed`, or nothing. */
  readonly state: '' | 'new' | 'gone' | 'changed';
}

/** Everything that is rendered, and for a plan what is no longer. */
export const inventoryOf = ({ now, plan }: Pick<PageData, 'now' | 'plan'>): readonly Thing[] => {
  const current = thingsIn(now);
  if (plan === null) return current;
  const before = thingsIn(plan.before);
  const [was, is] = [before, current].map((all) => new Set(all.map(keyOf)));
  const changed = new Set(plan.files.map(({ path }) => path));
  const stateOf = (one: Thing): Thing['state'] =>
    !was?.has(keyOf(one)) ? 'new' : changed.has(one.path) ? 'changed' : '';
  return [
    ...current.map((one) => ({ ...one, state: stateOf(one) })),
    ...before
      .filter((one) => !is?.has(keyOf(one)))
      .map((one) => ({ ...one, state: 'gone' as const })),
  ];
};

const keyOf = ({ kind, name, place }: Thing): string => JSON.stringify([place, kind, name]);

const thingsIn = ({ things }: FleetData): readonly Thing[] =>
  things.flatMap(({ place, objects, resources }) => [
    ...objects.map(([kind, name, path]) => ({ kind, name, path, place, state: '' as const })),
    ...resources.map((address) => ({
      kind: typeOf(address),
      name: address,
      path: `terraform/environments/${place}`,
      place,
      state: '' as const,
    })),
  ]);

/** `aws_subnet` of `module.vpc.aws_subnet.private["a"]`. */
const typeOf = (address: string): string =>
  /(?:^|\.)([a-z][a-z\d]*_\w+)\.[^.]+(?:\[.*)?$/.exec(address.replace(/\["[^"]*"\]/g, ''))?.[1] ??
  'resource';

/** What has every word in its kind, name, place or file, in the order of the inventory. */
export const found = (things: readonly Thing[], words: string, place: string): readonly Thing[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return things.filter((one) => {
    if (place !== '' && one.place !== place) return false;
    const text = `${one.kind} ${one.name} ${one.place} ${one.path} ${one.state}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
};
