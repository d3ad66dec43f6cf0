import {
  type Fleet,
  type ImageDigest,
  type ImageLock,
  imageRepository,
  pinnedImage,
} from '@bizflow/config';
import { type Problem, problem, unless } from '@bizflow/kernel';
import { tagPattern } from '../lock-schema.ts';
import { clustersIn, scopeProblems } from '../scope.ts';
import type { Answer, Question } from './answer.ts';

/** What a person asks to be pinned; without a service, all of them. */
export interface PinOptions {
  readonly environment: string;
  readonly service?: string | undefined;
  readonly tag: string;
  readonly timeoutSeconds: number;
}

/** What is wrong with the request itself, before any registry is asked. */
export const requestProblems = (fleet: Fleet, options: PinOptions): readonly Problem[] => {
  const { environment, service, tag, timeoutSeconds } = options;
  return [
    ...scopeProblems(fleet, { environment, service }),
    ...unless(new RegExp(tagPattern).test(tag), {
      code: 'TAG_FORMAT',
      at: '--tag',
      value: tag,
      reason: 'is no tag of an image',
      remedy: 'write what stands after the colon, such as 1.4.2',
    }),
    ...unless(timeoutSeconds > 0 && timeoutSeconds <= 600, {
      code: 'OPTION_RANGE',
      at: '--timeoutSeconds',
      value: timeoutSeconds,
      reason: 'is no time to wait for an answer',
      remedy: 'choose 1 to 600',
    }),
    ...wanted(fleet, options).flatMap(({ name }) => underWay(fleet, environment, name)),
  ];
};

const underWay = ({ lock }: Fleet, environment: string, service: string): readonly Problem[] => {
  const next = pinnedImage(lock, environment, service)?.next;
  if (next === undefined) return [];
  return [
    problem({
      code: 'PROMOTION_UNDER_WAY',
      at: `images.lock.json/images/${environment}/${service}/next`,
      value: next.tag,
      reason: `is on its way; ${next.regions.join(', ')} run it already`,
      remedy: 'promote it to the last wave, or take it back: git revert its commits',
    }),
  ];
};

const wanted = ({ services }: Fleet, { service }: PinOptions) =>
  services.filter(({ name }) => service === undefined || name === service);

/** One question per service and region of the environment. */
export const questions = (fleet: Fleet, options: PinOptions): readonly Question[] =>
  wanted(fleet, options).flatMap((service) =>
    clustersIn(fleet, { environment: options.environment }).map(({ region }) => ({
      service: service.name,
      region: region.id,
      account: fleet.assigned.accounts.delivery.value,
      repository: imageRepository(service),
      tag: options.tag,
      architecture: service.compute.architecture,
    })),
  );

/** The lock with what the regions hold; only for answers that nothing speaks against. */
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
    // A replica has a time of its own: the first one is when the image was pushed.
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

/** A region's answer in one line, for who waits. */
export const progress = (answer: Answer): string => {
  const { region, repository, tag } = answer.question;
  const start = `${region.padEnd(15)} ${repository}:${tag}`;
  if ('refusal' in answer) return `${start}  ${answer.refusal.code || answer.refusal.name}`;
  const { digest, platforms, scan } = answer.holding;
  const counts = Object.entries(scan?.counts ?? {}).map(([word, count]) => `${count} ${word}`);
  const offered = platforms.map(({ architecture }) => architecture).join(' + ') || 'no index';
  const findings = counts.join(', ') || 'no findings';
  const scanned = scan === null ? 'not scanned' : `${scan.status.toLowerCase()}: ${findings}`;
  return `${start}  ${digest.slice(0, 19)}  ${offered}  ${scanned}`;
};
