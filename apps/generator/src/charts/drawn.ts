import type { Manifest } from '@bizflow/config';
import { child } from '@bizflow/kernel';
import type { Any } from './compact.ts';

/** Two renderings of one chart; generated values differ between them. */
export interface Renderings {
  readonly objects: readonly Manifest[];
  readonly again: readonly Manifest[];
}

/** Where the other rendering of an object differs. */
export const drawnIn = (object: Manifest, again: readonly Manifest[]): readonly string[] =>
  pointers(
    object,
    again.find((one) => keyOf(one) === keyOf(object)),
    '',
  );

/** What names an object within a cluster. */
const keyOf = ({ apiVersion, kind, metadata }: Manifest): string =>
  [apiVersion, kind, metadata.namespace, metadata.name].join(' ');

// Where two renderings differ; a member that only one of them has counts as a whole.
function pointers(one: Any, other: Any, at: string): readonly string[] {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) {
    return one === other ? [] : [at];
  }
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
    pointers(one[key], other[key], child(at, key)),
  );
}
