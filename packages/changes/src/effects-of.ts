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

/** What happens by each changed field of this form, to objects of some kinds that stay. */
export const byField =
  (kind: RegExp, form: RegExp, does: string) =>
  ({ objects }: Change): readonly Found[] =>
    objects
      .filter((one) => kind.test(one.kind) && stays(one))
      .flatMap((one) =>
        one.fields
          .filter(({ field }) => form.test(field))
          .map((field) => ofField(one, field, does)),
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

/** Whether an object was there before, and still is. */
export const stays = ({ before, after }: { readonly before: unknown; readonly after: unknown }) =>
  before !== undefined && after !== undefined;

/** Whether an object or resource is new. */
export const comes = ({ before }: { readonly before: unknown }): boolean => before === undefined;

/** Whether it is no longer rendered. */
export const goes = ({ after }: { readonly after: unknown }): boolean => after === undefined;
