import { fieldChanges } from './field.ts';
import type { FieldChange } from './field-change.ts';
import type { Files } from './objects.ts';
import type { ResourceChange } from './resources.ts';

/** What differs in a file of a Terraform root beside its resources: state, providers, variables, outputs, data. */
export interface RootFileChange {
  /** `production/eu-west-2`: the root below `terraform/environments/`. */
  readonly place: string;
  readonly path: string;
  readonly fields: readonly FieldChange[];
}

const ofRoot = /^terraform\/environments\/(.+)\/[^/]+\.tf\.json$/;

/** The files of roots that differ by what no planned resource shows. */
export const rootFileChanges = (
  older: Files,
  newer: Files,
  resources: readonly ResourceChange[],
): readonly RootFileChange[] => {
  const shown = new Set(resources.map(({ place }) => place));
  return Object.keys({ ...older, ...newer })
    .sort()
    .flatMap((path) => {
      const place = ofRoot.exec(path)?.[1];
      if (place === undefined || older[path] === newer[path]) return [];
      const [was, is] = [older[path], newer[path]].map((text) => blocks(text, shown.has(place)));
      const fields = fieldChanges(was, is);
      return fields.length === 0 ? [] : [{ place, path, fields }];
    });
};

/** Arguments of modules are shown by the resources that they change. */
const blocks = (text = '{}', isShown = false): object => {
  const { '//': _, module, resource, ...others } = JSON.parse(text);
  return isShown ? others : { ...others, module, resource };
};
