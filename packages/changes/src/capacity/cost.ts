import { type RenderedFleet, type RenderedLine, renderedCost } from '@bizflow/proofs';
import { inRoot } from '../at.ts';
import type { Change } from '../change.ts';
import { changedRoots } from '../difference/resources.ts';
import { rule } from '../effect.ts';

/** Kinds of objects for which AWS bills something. */
const billed =
  /^(?:Ingress|IngressClassParams|Service|WebACL|Rollout|HorizontalPodAutoscaler|EC2NodeClass)$/;

/** What each region costs more or less a month, by the prices of what is rendered. */
export const cost = rule('capacity/cost', (change) => {
  const places = new Set([
    ...change.objects.filter(({ kind }) => billed.test(kind)).map(({ place }) => place),
  ]);
  const roots = new Set(changedRoots(change.before, change.after).map(({ root }) => root));
  if (places.size === 0 && roots.size === 0) return [];
  const [was, is] = [change.before, change.after].map((side) => sums(part(side, places, roots)));
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort().flatMap((place) => {
    const [before, after] = [was?.get(place) ?? 0, is?.get(place) ?? 0];
    const difference = Math.round(after) - Math.round(before);
    if (difference === 0) return [];
    return [
      {
        ...{ place, to: 'what is rendered', at: inRoot(place) },
        does: `costs ${Math.abs(difference)} dollars a month ${difference > 0 ? 'more' : 'less'}`,
      },
    ];
  });
});

/** The part of a side that can cost otherwise: places with other objects, and other roots. */
const part = (
  side: RenderedFleet,
  places: ReadonlySet<string>,
  roots: ReadonlySet<string>,
): RenderedFleet => ({
  ...side,
  plans: side.plans.filter(({ root }) => roots.has(root)),
  manifests: Object.fromEntries(
    Object.entries(side.manifests).filter(([path]) =>
      places.has(path.split('/').slice(1, 3).join('/')),
    ),
  ),
});

const sums = (side: Change['before']): ReadonlyMap<string, number> => {
  const totals = new Map<string, number>();
  for (const { environment, region, usd } of renderedCost(side).lines as readonly RenderedLine[]) {
    const place = `${environment}/${region}`;
    totals.set(place, (totals.get(place) ?? 0) + usd);
  }
  return totals;
};
