import {
  type Fleet,
  type Image,
  type ImageLock,
  type PinnedImage,
  pinnedImage,
} from '@bizflow/config';
import { wavesDone, wavesTo } from '@bizflow/config/release';
import type { Problem } from '@bizflow/kernel';
import {
  imageRules,
  nameRules,
  notPinned,
  type PromoteOptions,
  waveRules,
} from './promotion-rules.ts';

/** The next step of a promotion: the lock after it, or the problems. */
export type Step =
  | { readonly problems: readonly Problem[] }
  | { readonly lock: ImageLock; readonly said: string };

/** Pure: moves the image of one environment to the next regions of another, and nothing else. */
export function promotion(fleet: Fleet, options: PromoteOptions): Step {
  const wrong = nameRules(fleet, options);
  if (wrong.length > 0) return { problems: wrong };
  const { service, from, to } = options;
  const source = pinnedImage(fleet.lock, from, service);
  const target = pinnedImage(fleet.lock, to, service);
  if (source === undefined || target === undefined) {
    return { problems: [notPinned(source === undefined ? from : to, service)] };
  }
  const image = alone(source);
  const waves = wavesTo(fleet, to);
  const done = target.next === undefined ? 0 : wavesDone(waves, target.next.regions);
  const problems = [...imageRules(options, image, target), ...waveRules(options, done, waves)];
  if (problems.length > 0) return { problems };
  const regions = [...(target.next?.regions ?? []), ...(waves[done] ?? [])];
  const last = done + 1 === waves.length;
  const after = last ? image : { ...alone(target), next: { ...image, regions } };
  const images = Object.entries(fleet.lock.images).map(([name, own]) =>
    name === to ? [name, { ...own, [service]: after }] : [name, own],
  );
  return {
    lock: { ...fleet.lock, images: Object.fromEntries(images) },
    said: `wave ${done + 1} of ${waves.length}: ${service} ${image.tag} for ${waves[done]?.join(', ')}`,
  };
}

const alone = ({ next, ...image }: PinnedImage): Image => image;
