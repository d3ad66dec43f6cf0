import type { Image, ImageLock } from '@bizflow/config';
import { shortDigest } from '@bizflow/kernel';
import type { FieldChange } from '../difference/field-change.ts';
import type { ObjectChange } from '../difference/objects.ts';
import { rule } from '../effect.ts';
import { ofField } from '../effects-of.ts';

/** Another image in a pod, by its digest, with the tag and the day on which it was pushed. */
export const image = rule('release/image', ({ objects, before, after }) =>
  objects.flatMap((one) =>
    one.fields.filter(isImage).map((field) => ({
      ...ofField(one, field, 'runs another image'),
      before: labelled(field.before, imagesAt(before.fleet.lock, one)),
      after: labelled(field.after, imagesAt(after.fleet.lock, one)),
    })),
  ),
);

const isImage = ({ field, before, after }: FieldChange): boolean =>
  /\/(?:initC|c)ontainers\/[^/]+\/image$/.test(field) &&
  typeof before === 'string' &&
  typeof after === 'string';

const imagesAt = (lock: ImageLock, { place }: ObjectChange): readonly Image[] => {
  const [environment = ''] = place.split('/');
  const pinned = Object.entries(lock.images)
    .filter(([name]) => name === environment)
    .flatMap(([, images]) => Object.values(images));
  return pinned.flatMap((one) => [one ?? [], one?.next ?? []].flat());
};

const labelled = (image: unknown, known: readonly Image[]): string => {
  const [, digest = ''] = String(image).split('@');
  const pinned = known.find((one) => one.digest === digest);
  if (pinned === undefined) return String(image);
  const day = pinned.pushedAt?.slice(0, 10) ?? 'an unknown day';
  return `${pinned.tag} of ${day} (${shortDigest(digest)})`;
};
