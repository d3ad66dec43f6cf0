import { boundedRolesOf, type RenderedFleet, type Role } from '@bizflow/proofs';
import { managed } from '@bizflow/terraform-plan';
import { inRoot } from '../at.ts';
import { changedRoots, placeOfRoot } from '../difference/resources.ts';
import { rule } from '../effect.ts';
import { listed } from '../text.ts';

/**
 * Rights of a role that applies, which go in the same change as the last thing of a type: the role is applied
 * first, and the apply that removes the thing is refused (decision 0077).
 */
export const rightsFirst = rule('dangers/right-goes-first', ({ before, after }) => {
  if (changedRoots(before, after).length === 0) return [];
  const accounts = [...new Set(before.plans.map(({ place }) => place.account))];
  return accounts.flatMap((account) => {
    const types = typesIn(after, account);
    const gone = [...typesIn(before, account)].filter((type) => !types.has(type));
    if (gone.length === 0) return [];
    const [was, is] = [before, after].map((side) => applierOf(side, account));
    if (was === undefined || is === undefined) return [];
    const lost = actionsOf(was).filter((action) => !actionsOf(is).includes(action));
    if (lost.length === 0) return [];
    return [
      {
        place: placeOfRoot(was.root),
        to: `role ${was.name}`,
        does: `loses rights in the change that removes the last ${listed(gone, 3)}`,
        at: inRoot(was.root, was.address),
        before: listed(lost, 3),
      },
    ];
  });
});

const applierOf = ({ plans }: RenderedFleet, account: string): Role | undefined =>
  boundedRolesOf(plans.filter(({ place }) => place.account === account)).find(({ name }) =>
    name.endsWith('-github-apply'),
  );

const actionsOf = ({ statements }: Role): readonly string[] =>
  statements.filter(({ effect }) => effect === 'Allow').flatMap(({ actions }) => actions);

const typesIn = ({ plans }: RenderedFleet, account: string): ReadonlySet<string> =>
  new Set(
    plans
      .filter(({ place }) => place.account === account)
      .flatMap(managed)
      .map(({ type }) => type),
  );
