import { unescaped } from '@bizflow/kernel';
import type { Change } from '../change.ts';
import { fieldChanges } from '../difference/field.ts';
import type { FieldChange } from '../difference/field-change.ts';
import type { ObjectChange } from '../difference/objects.ts';
import { comes, goes } from '../effects-of.ts';
import { placed, placeless, withoutHash, withoutKeys } from '../place.ts';
import { shown } from '../text.ts';

/** One field that changes in the same way in so many objects. */
export interface FoldedField {
  /** `label bizflow.io/compliance`, or the path of the field. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
  /** Names of the objects, without their place. */
  readonly of: readonly string[];
  readonly places: readonly string[];
  readonly count: number;
  /** Whether it differs although every fact is as it was. */
  readonly isOfRenderer: boolean;
}

interface Placed {
  readonly place: string;
  readonly path: string;
  readonly name: string;
  readonly field: FieldChange;
}

/** Every changed field, folded where one cause has many equal effects; the widest first. */
export const foldedFields = (
  change: Change,
  isOfRenderer: (key: string) => boolean,
): readonly FoldedField[] => {
  const groups = Map.groupBy(placedFields(change), ({ place, field }) => {
    const general = placeless(place);
    return JSON.stringify([field.field, general(shown(field.before)), general(shown(field.after))]);
  });
  return [...groups.values()]
    .flatMap((members) => {
      const [first] = members;
      if (first === undefined) return [];
      const general = (place: string) =>
        members.length === 1 ? (text: string) => text : placeless(place);
      return [
        {
          field: spoken(first.field.field),
          before: general(first.place)(shown(first.field.before)),
          after: general(first.place)(shown(first.field.after)),
          of: [
            ...new Set(members.map(({ place, name }) => withoutKeys(general(place)(name)))),
          ].sort(),
          places: [...new Set(members.map(({ place }) => place))].sort(),
          count: members.length,
          isOfRenderer: members.every(
            (one) => !change.byHand.includes(one.path) && isOfRenderer(keyOf(one)),
          ),
        },
      ];
    })
    .toSorted((one, other) => other.count - one.count || (one.field < other.field ? -1 : 1));
};

/** One key for each changed field: where, of what, and which. */
export const fieldKeysOf = (change: Change): readonly string[] => placedFields(change).map(keyOf);

/** An object that is named by its content, and its successor, as one that has changed. */
const succeeded = (objects: readonly ObjectChange[]): readonly ObjectChange[] => {
  const line = ({ place, kind, name }: ObjectChange): string =>
    JSON.stringify([place, kind, withoutHash(name)]);
  const named = objects.filter((one) => withoutHash(one.name) !== one.name);
  const older = new Map(named.filter(goes).map((one) => [line(one), one]));
  const newer = new Map(named.filter(comes).map((one) => [line(one), one]));
  return objects.flatMap((one) => {
    const [was, is] = [older.get(line(one)), newer.get(line(one))];
    if (was === undefined || is === undefined || (one !== was && one !== is)) return [one];
    if (one === was) return [];
    const fields = fieldChanges(was.before, is.after).filter(({ at }) => at !== '/metadata/name');
    return [{ ...one, name: `${withoutHash(one.name)}-<hash>`, fields }];
  });
};

const keyOf = ({ place, name, field }: Placed): string =>
  JSON.stringify([place, name, field.field]);

const placedFields = (change: Change): readonly Placed[] => {
  const { objects, resources, roots } = change;
  const at = placed(change);
  return [
    ...succeeded(objects).flatMap(({ place, path, name, fields }) =>
      fields.map((field) => ({ place, path, name, field })),
    ),
    ...resources.flatMap(({ place, address, fields }) =>
      fields.map((field) => ({ place: at(place), path: '', name: address, field })),
    ),
    ...roots.flatMap(({ place, path, fields }) =>
      fields.map((field) => ({ place: at(place), path, name: `the root ${place}`, field })),
    ),
  ];
};

/** A field as people say it. */
const spoken = (field: string): string => {
  const [, kind, name] = /^\/metadata\/(label|annotation)s\/(.+)$/.exec(field) ?? [];
  if (kind !== undefined && name !== undefined) return `${kind} ${unescaped(name)}`;
  return field === '' ? 'the whole object' : unescaped(field.slice(1).replaceAll('/', '.'));
};
