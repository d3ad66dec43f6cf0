import { inFile } from '../at.ts';
import type { Change } from '../change.ts';
import { type Found, rule } from '../effect.ts';
import { shown } from '../text.ts';

/** What happens by a changed field of a root that was there before, and still is. */
const byRootField =
  (form: RegExp, does: string) =>
  ({ roots }: Change): readonly Found[] =>
    roots.flatMap(({ place, path, fields }) =>
      fields
        .filter(({ field }) => form.test(field))
        .map(({ at, before, after }) => ({
          ...{ place, to: `the root ${place}`, does, at: inFile(path, at) },
          ...{ before: shown(before), after: shown(after) },
        })),
    );

/** A root that looks for its state at another place. */
export const state = rule(
  'dangers/state',
  byRootField(
    /^\/terraform\/backend\//,
    'looks for its state elsewhere: what it has made is unknown there, and would be made again',
  ),
);

/** A root that is applied to another account or region. */
export const provider = rule(
  'dangers/provider',
  byRootField(
    /^\/provider\/[^/]+\/(?:region|allowed_account_ids|assume_role|profile)(?:\/|$)/,
    'is applied in another account or region: what it has made stays where it is',
  ),
);

/** Another version of Terraform, or of a provider. */
export const version = rule(
  'dangers/provider-version',
  byRootField(
    /^\/terraform\/required_/,
    'is planned by another version of Terraform or a provider',
  ),
);
