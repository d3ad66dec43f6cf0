import { type Fleet, type ImageDigest, type ImageLock, imageRepository } from '@bizflow/config';
import { shortDigest } from '@bizflow/kernel';
import { clustersIn } from '../scope.ts';
import type { Answer, Question } from './answer.ts';
import { type PinOptions, servicesToPin } from './pin-rules.ts';

/** One question per service and region of the environment. */
export const questions = (fleet: Fleet, options: PinOptions): readonly Question[] =>
  servicesToPin(fleet, options).flatMap((service) =>
    clustersIn(fleet, { environment: options.environment }).map(({ region }) => ({
      service: service.name,
      region: region.id,
      account: fleet.assigned.accounts.delivery.value,
      repository: imageRepository(service),
      tag: options.tag,
      architecture: service.compute.architecture,
    })),
  );

/** The lock with the images of the regions; only for answers without problems. */
export const pinned = (
  lock: ImageLock,
  { environment, tag }: PinOptions,
  answers: readonly Answer[],
): ImageLock => {
  const services = Map.groupBy(answers, ({ question }) => question.service);
  const entries = [...services].flatMap(([service, own]) => {
    const held = own.flatMap((answer) => ('holding' in answer ? [answer.holding] : []));
    const [first] = held;
    if (first === undefined) return [];
    const architectures = new Set(first.platforms.map(({ architecture }) => architecture));
    // A replica has its own time: the first one is when the image was pushed.
    const [pushedAt = null] = held.flatMap((one) => one.pushedAt ?? []).toSorted();
    const digest = first.digest as ImageDigest;
    const image = { tag, digest, architectures: [...architectures].toSorted(), pushedAt };
    return [[service, { ...image, placeholder: false }] as const];
  });
  const images = Object.entries(lock.images).map(([name, before]) =>
    name === environment ? [name, { ...before, ...Object.fromEntries(entries) }] : [name, before],
  );
  return { ...lock, images: Object.fromEntries(images) };
};

/** The answer of a region, in one line. */
export const progress = (answer: Answer): string => {
  const { region, repository, tag } = answer.question;
  const start = `${region.padEnd(15)} ${repository}:${tag}`;
  if ('error' in answer) return `${start}  ${answer.error.code || answer.error.name}`;
  const { digest, platforms, scan } = answer.holding;
  const counts = Object.entries(scan?.counts ?? {}).map(([word, count]) => `${count} ${word}`);
  const offered = platforms.map(({ architecture }) => architecture).join(' + ') || 'no index';
  const findings = counts.join(', ') || 'no findings';
  const scanned = scan === null ? 'not scanned' : `${scan.status.toLowerCase()}: ${findings}`;
  return `${start}  ${shortDigest(digest)}  ${offered}  ${scanned}`;
};
