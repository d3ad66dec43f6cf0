import { type ImagePolicy, severityRank } from '@bizflow/config';
import { inFile } from '../at.ts';
import type { Change } from '../change.ts';
import { type Found, rule } from '../effect.ts';

/** What lets an image through that was refused before: `pin-images` reads it, and nothing in `gitops/` shows it. */
export const scanGate = rule('dangers/scan-gate', (change) =>
  policies(change).flatMap(({ environment, was, is }) =>
    fieldsOf(environment, was, is).filter(() => isWeaker(was, is)),
  ),
);

/** What else an environment asks of an image before it is pinned. */
export const imagePolicy = rule('security/image-policy', (change) =>
  policies(change).flatMap(({ environment, was, is }) =>
    fieldsOf(environment, was, is).filter(() => !isWeaker(was, is)),
  ),
);

const policies = ({ before, after }: Change) => {
  const earlier: Readonly<Record<string, ImagePolicy>> = before.fleet.imagePolicies ?? {};
  return Object.entries<ImagePolicy>(after.fleet.imagePolicies).flatMap(([environment, is]) => {
    const was = earlier[environment];
    return was === undefined ? [] : [{ environment, was, is }];
  });
};

const isWeaker = (was: ImagePolicy, is: ImagePolicy): boolean =>
  severityRank(is.tolerates, is) > severityRank(was.tolerates, was) ||
  severityRank(is.unrated, is) < severityRank(was.unrated, was) ||
  (was.withoutScan === 'refuse' && is.withoutScan === 'accept');

const fieldsOf = (place: string, was: ImagePolicy, is: ImagePolicy): readonly Found[] =>
  (['tolerates', 'unrated', 'withoutScan'] as const)
    .filter((field) => was[field] !== is[field])
    .map((field) => ({
      ...{ place, to: `images that are pinned: ${field}` },
      does: isWeaker(was, is) ? 'lets images pass that were refused' : 'asks more of an image',
      at: inFile('facts/imagePolicies.json', `/${place}/${field}`),
      ...{ before: was[field], after: is[field] },
    }));
