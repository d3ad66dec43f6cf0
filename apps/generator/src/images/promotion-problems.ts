import type { Fleet, Image, PinnedImage } from '@bizflow/config';
import { fault, type Problem, unless } from '@bizflow/region-catalog';

/** What a person asks to be promoted; without a wave, the one whose turn it is. */
export interface PromoteOptions {
  readonly service: string;
  readonly from: string;
  readonly to: string;
  readonly wave?: number | undefined;
}

/** Names that are not there, and ways that no promotion takes. */
export const nameProblems = (
  fleet: Fleet,
  { service, from, to }: PromoteOptions,
): readonly Problem[] => {
  const environments: readonly string[] = fleet.environments.map(({ name }) => name);
  const services = fleet.services.map(({ name }) => name);
  const unknown = [
    ...known('--service', 'service', service, services),
    ...known('--from', 'environment', from, environments),
    ...known('--to', 'environment', to, environments),
  ];
  if (unknown.length > 0) return unknown;
  return unless(
    fleet.promotions.some((way) => way.from === from && way.to === to),
    'PROMOTION_PATH',
    '--from --to',
    `${from} -> ${to}`,
    'is no way that a promotion takes',
    `use one of ${fleet.promotions.map((way) => `--from ${way.from} --to ${way.to}`).join(', ')}`,
  );
};

const known = (option: string, what: string, name: string, names: readonly string[]) =>
  unless(
    names.includes(name),
    'OPTION_UNKNOWN',
    option,
    name.slice(0, 80),
    `is no ${what} of the fleet`,
    `use one of ${names.join(', ')}`,
  );

/** Nothing to move, or nothing whose place it could take. */
export const notPinned = (environment: string, service: string): Problem =>
  fault(
    'IMAGE_NOT_PINNED',
    `images.lock.json/images/${environment}/${service}`,
    'undefined',
    'is missing, so that nothing can be moved from it or take its place',
    'pin an image: npx nx generate @bizflow/generator:pin-images',
  );

/** An image that may not go, need not go, or must wait for another one. */
export const imageProblems = (
  { from, to, service }: PromoteOptions,
  image: Image,
  { digest, next }: PinnedImage,
): readonly Problem[] => [
  ...unless(
    !image.example,
    'PROMOTION_EXAMPLE',
    `images.lock.json/images/${from}/${service}`,
    image.digest,
    'is an example digest; no registry holds it',
    `npx nx generate @bizflow/generator:pin-images --environment=${from} --service=${service}`,
  ),
  ...unless(
    next !== undefined || digest !== image.digest,
    'PROMOTION_DONE',
    `images.lock.json/images/${to}/${service}`,
    image.digest,
    `runs in every region of ${to} already`,
    `pin another image in ${from} first`,
  ),
  ...unless(
    next === undefined || next.digest === image.digest,
    'PROMOTION_UNDER_WAY',
    `images.lock.json/images/${to}/${service}/next`,
    `${next?.tag}`,
    `is on its way, and ${from} runs ${image.tag} by now`,
    'take the promotion back first: git revert the commits of its waves',
  ),
];

/** A wave out of its turn. */
export const waveProblems = (
  { wave, to, service }: PromoteOptions,
  done: number,
  waves: readonly (readonly string[])[],
): readonly Problem[] =>
  done < 0
    ? [
        fault(
          'PROMOTION_WAVES_BROKEN',
          `images.lock.json/images/${to}/${service}/next/regions`,
          'no wave',
          `is not some first waves of ${waves.map((own) => own.join(' + ')).join(', ')}`,
          'write the regions of whole waves, or take the promotion back: remove next',
        ),
      ]
    : unless(
        wave === undefined || wave === done + 1,
        'PROMOTION_WAVE',
        '--wave',
        `${wave}`,
        `is not its turn: ${done} of ${waves.length} waves are done`,
        `use --wave=${done + 1}, for ${waves[done]?.join(', ')}, or leave it out`,
      );
