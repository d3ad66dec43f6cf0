import type { EnvironmentName } from '../environments/environments.ts';

/** A digest, never a tag: every region must run the same bits. */
export type ImageDigest = `sha256:${string}`;

/** One image of a service in a registry. */
export interface Image {
  /** For people: what the digest was called when it was pinned. */
  readonly tag: string;
  readonly digest: ImageDigest;
  /** What the digest's index offers, in OCI's words (`arm64`, `amd64`); a placeholder offers nothing. */
  readonly architectures: readonly string[];
  /** When a registry first had it (ISO 8601, UTC); `null` for a placeholder. */
  readonly pushedAt: string | null;
  /** A documentation-only digest: a named problem until an image is pinned. */
  readonly placeholder: boolean;
}

/** One service's image as an environment runs it. */
export interface PinnedImage extends Image {
  /** The image that takes its place wave by wave, while a promotion is under way. */
  readonly next?: NextImage;
}

/** The image of a promotion under way, and the regions that run it already. */
export interface NextImage extends Image {
  readonly regions: readonly string[];
}

/** The image a lock pins; the names a rule checks may be any text, so nothing inherited counts. */
export const pinnedImage = (
  { images }: ImageLock,
  environment: string,
  service: string,
): PinnedImage | undefined => member(member(images, environment) ?? {}, service);

/** The image that one region runs: the next one where a promotion has reached it. */
export const imageIn = (
  lock: ImageLock,
  environment: string,
  service: string,
  region: string,
): Image | undefined => {
  const image = pinnedImage(lock, environment, service);
  return image?.next?.regions.includes(region) ? image.next : image;
};

const member = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The content of `images.lock.json`: environment, service, image. */
export interface ImageLock {
  readonly apiVersion: 'images.bizflow.app/v1';
  readonly images: Readonly<
    Record<EnvironmentName, Readonly<Record<string, PinnedImage | undefined>>>
  >;
}

/** The ECR repository of a service, the same in every region. */
export const imageRepository = (service: { readonly name: string }): string =>
  `bizflow/${service.name}`;
