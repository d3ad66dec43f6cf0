import type { EnvironmentName } from './environments.ts';

/** A digest, never a tag: every region must run the same bits. */
export type ImageDigest = `sha256:${string}`;

/** One service's image as an environment runs it. */
export interface PinnedImage {
  /** For people: what the digest was called when it was pinned. */
  readonly tag: string;
  readonly digest: ImageDigest;
  /** A documentation-only digest: a named problem until an image is pinned. */
  readonly example: boolean;
}

/** The image a lock pins; the names a rule checks may be any text, so nothing inherited counts. */
export const pinnedImage = (
  { images }: ImageLock,
  environment: string,
  service: string,
): PinnedImage | undefined => member(member(images, environment) ?? {}, service);

const member = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The content of `images.lock.json`: environment, service, image. */
export interface ImageLock {
  readonly apiVersion: 'images.bizflow.app/v1';
  readonly images: Readonly<
    Record<EnvironmentName, Readonly<Record<string, PinnedImage | undefined>>>
  >;
}
