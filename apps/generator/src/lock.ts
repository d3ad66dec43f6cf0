import type { Image, ImageLock } from '@bizflow/config';
import { type Problem, problem } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import type { ErrorObject } from 'ajv';
import { refuse } from './error.ts';
import { imageShape, lockShape } from './lock-schema.ts';
import { shapeProblems } from './shapes/shape-problems.ts';

/** The path of the lock, from the root of the repository. */
export const lockPath = 'images.lock.json';

/** The valid part of a lock, and everything that is wrong with it. */
export interface LockReading {
  readonly lock: ImageLock;
  readonly problems: readonly Problem[];
}

/** The lock from the tree. A missing or malformed one throws a {@link GeneratorError}. */
export function imageLock(tree: Pick<Tree, 'read'>): ImageLock {
  const { lock, problems } = readLock(tree);
  refuse(problems);
  return lock;
}

/** The valid part of the lock, so that the other facts can be checked too. Never throws. */
export function readLock(tree: Pick<Tree, 'read'>): LockReading {
  const text = tree.read(lockPath, 'utf8');
  try {
    const content: unknown = JSON.parse(text ?? '');
    const errors = lockShape(content);
    if (errors.length === 0) return { lock: content as ImageLock, problems: [] };
    return { lock: soundPart(content), problems: invalid(errors) };
  } catch (error) {
    const why = text === null ? 'does not exist' : `is not JSON: ${(error as Error).message}`;
    const remedy = `take the last good one, git checkout HEAD -- ${lockPath}, and pin or promote again what it lacks`;
    return {
      lock: soundPart(null),
      problems: [
        problem({
          code: 'LOCK_INVALID',
          at: lockPath,
          value: 'unreadable',
          reason: why,
          remedy,
        }),
      ],
    };
  }
}

const soundPart = (content: unknown): ImageLock => ({
  apiVersion: 'images.bizflow.app/v1',
  images: {
    production: soundImages(content, 'production'),
    staging: soundImages(content, 'staging'),
  },
});

const soundImages = (content: unknown, environment: string): Record<string, Image> =>
  Object.fromEntries(
    Object.entries(memberOf(memberOf(content, 'images'), environment) ?? {}).flatMap(
      ([service, image]) => (imageShape(image).length === 0 ? [[service, image as Image]] : []),
    ),
  );

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const invalid = (errors: readonly ErrorObject[]): readonly Problem[] =>
  shapeProblems(errors, (pointer) => `${lockPath}${pointer}`).map((one) => ({
    ...one,
    code: 'LOCK_INVALID',
    remedy: `correct it, or take the committed lock, git checkout HEAD -- ${lockPath}, and pin again`,
  }));

/** The bytes of a lock, as Biome would format them: lists of names are on one line. */
export const lockText = (lock: ImageLock): string => {
  const text = JSON.stringify(lock, null, 2);
  const oneLine = text.replace(/\[\n[^[\]{}]*\]/g, (list) =>
    list.replace(/\n\s*/g, ' ').replace('[ ', '[').replace(' ]', ']'),
  );
  return `${oneLine}\n`;
};
