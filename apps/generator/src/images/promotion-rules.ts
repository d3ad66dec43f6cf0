import type { Fleet, Image, PinnedImage } from '@bizflow/config';
import { type Problem, problem, unless } from '@bizflow/kernel';

/** The options of promote; without a wave, the next one. */
export interface PromoteOptions {
  readonly service: string;
  readonly from: string;
  readonly to: string;
  readonly wave?: number | undefined;
}

/** The service and both environments exist, and a promotion connects them. */
export const nameRules = (
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
    {
      code: 'PROMOTION_PATH',
      at: '--from --to',
      value: `${from} -> ${to}`,
      reason: 'is not a promotion path',
      remedy: `use one of ${fleet.promotions.map((way) => `--from ${way.from} --to ${way.to}`).join(', ')}`,
    },
  );
};

const known = (option: string, what: string, name: string, names: readonly string[]) =>
  unless(names.includes(name), {
    code: 'OPTION_UNKNOWN',
    at: option,
    value: name,
    reason: `is not the name of any ${what}`,
    remedy: `use one of ${names.join(', ')}`,
  });

/** No image to promote, or none to replace. */
export const notPinned = (environment: string, service: string): Problem =>
  problem({
    code: 'IMAGE_NOT_PINNED',
    at: `images.lock.json/images/${environment}/${service}`,
    value: undefined,
    reason: 'has no pinned image, so nothing can be promoted from it or to it',
    remedy: 'pin an image: npx nx generate @bizflow/generator:pin-images',
  });

/** The image is real, new, and no other promotion is running. */
export const imageRules = (
  { from, to, service }: PromoteOptions,
  image: Image,
  { digest, next }: PinnedImage,
): readonly Problem[] => [
  ...unless(!image.placeholder, {
    code: 'PROMOTION_EXAMPLE',
    at: `images.lock.json/images/${from}/${service}`,
    value: image.digest,
    reason: 'is a placeholder digest; no registry has it',
    remedy: `npx nx generate @bizflow/generator:pin-images --environment=${from} --service=${service}`,
  }),
  ...unless(next !== undefined || digest !== image.digest, {
    code: 'PROMOTION_DONE',
    at: `images.lock.json/images/${to}/${service}`,
    value: image.digest,
    reason: `already runs in every region of ${to}`,
    remedy: `pin another image in ${from} first`,
  }),
  ...unless(next === undefined || next.digest === image.digest, {
    code: 'PROMOTION_UNDER_WAY',
    at: `images.lock.json/images/${to}/${service}/next`,
    value: next?.tag,
    reason: `is being promoted, but ${from} now runs ${image.tag}`,
    remedy: 'roll the promotion back first: git revert the commits of its waves',
  }),
];

/** The wave is the next one. */
export const waveRules = (
  { wave, to, service }: PromoteOptions,
  done: number,
  waves: readonly (readonly string[])[],
): readonly Problem[] =>
  done < 0
    ? [
        problem({
          code: 'PROMOTION_WAVES_BROKEN',
          at: `images.lock.json/images/${to}/${service}/next/regions`,
          value: 'no wave',
          reason: `must be the first waves, in order, of ${waves.map((own) => own.join(' + ')).join(', ')}`,
          remedy: 'write the regions of whole waves, or roll the promotion back: remove next',
        }),
      ]
    : unless(wave === undefined || wave === done + 1, {
        code: 'PROMOTION_WAVE',
        at: '--wave',
        value: wave,
        reason: `is not the next wave: ${done} of ${waves.length} waves are done`,
        remedy: `use --wave=${done + 1}, for ${waves[done]?.join(', ')}, or leave it out`,
      });
