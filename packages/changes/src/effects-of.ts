import { inFile, inRoot } from './at.ts';
import type { Change } from './change.ts';
import type { FieldChange } from './difference/field-change.ts';
import type { ObjectChange } from './difference/objects.ts';
import type { ResourceChange } from './difference/resources.ts';
import type { Found } from './effect.ts';
import { shown } from './text.ts';

/** What happens to an object as a whole. */
export const ofObject = ({ place, path, name }: ObjectChange, does: string): Found => ({
  ...{ place, does, to: name, at: inFile(path) },
});

/** What happens to an object by one of its fields. */
export const ofField = (
  { place, path, name }: ObjectChange,
  { at, before, after }: FieldChange,
  does: string,
): Found => ({
  ...{ place, does, to: name, at: inFile(path, at) },
  ...{ before: shown(before), after: shown(after) },
});

/** What a changed field does to what it is of, where not every field does the same. */
type Does<T> = string | ((field: FieldChange, of: T) => string);

const each =
  <T extends ObjectChange | ResourceChange>(
    found: (of: T, field: FieldChange, does: string) => Found,
  ) =>
  (
    all: readonly T[],
    isWanted: (field: FieldChange, of: T) => boolean,
    does: Does<T>,
  ): readonly Found[] =>
    all.flatMap((one) =>
      one.fields
        .filter((field) => isWanted(field, one))
        .map((field) => found(one, field, typeof does === 'string' ? does : does(field, one))),
    );

/** What happens to a resource of Terraform. */
export const ofResource = ({ place, address }: ResourceChange, does: string): Found => ({
  ...{ place, does, to: address, at: inRoot(place, address) },
});

/** What happens to a resource by one of its attributes. */
export const ofAttribute = (
  { place, address }: ResourceChange,
  { at, before, after }: FieldChange,
  does: string,
): Found => ({
  ...{ place, does, to: address, at: inRoot(place, address, at) },
  ...{ before: shown(before), after: shown(after) },
});

/** What happens to objects by each of their changed fields that is wanted. */
export const eachField = each(ofField);

/** What happens to resources by each of their changed attributes that is wanted. */
export const eachAttribute = each(ofAttribute);

/** What happens by each changed field of this form, to objects of some kinds that stay. */
export const byField =
  (kind: RegExp, form: RegExp, does: Does<ObjectChange>) =>
  ({ objects }: Pick<Change, 'objects'>): readonly Found[] =>
    eachField(
      objects.filter((one) => kind.test(one.kind) && stays(one)),
      ({ field }) => form.test(field),
      does,
    );

/** What happens by each changed attribute of this form, to resources of some types that stay. */
export const byAttribute =
  (type: RegExp, form: RegExp, does: Does<ResourceChange>) =>
  ({ resources }: Pick<Change, 'resources'>): readonly Found[] =>
    eachAttribute(
      resources.filter((one) => type.test(one.type) && stays(one)),
      ({ field }) => form.test(field),
      does,
    );

/** The word for what comes, for what goes, or for what stays and changes. */
export const byFate = (
  one: Pick<ObjectChange | ResourceChange, 'before' | 'after'>,
  [come, gone, other]: readonly [come: string, gone: string, other: string],
): string => (comes(one) ? come : goes(one) ? gone : other);

/** Whether an object was there before, and still is. */
export const stays = ({ before, after }: { readonly before: unknown; readonly after: unknown }) =>
  before !== undefined && after !== undefined;

/** Whether an object or resource is new. */
export const comes = ({ before }: { readonly before: unknown }): boolean => before === undefined;

/** Whether it is no longer rendered. */
export const goes = ({ after }: { readonly after: unknown }): boolean => after === undefined;
