import type { ImageLock } from '@bizflow/config';
import { fault } from '@bizflow/region-catalog';
import type { Tree } from '@nx/devkit';
import { Ajv, type ErrorObject } from 'ajv';
import { GeneratorError } from './error.ts';

/** Where the lock stands, from the repository's root. */
export const lockPath = 'images.lock.json';

const image = {
  type: 'object',
  additionalProperties: false,
  required: ['tag', 'digest', 'example'],
  properties: {
    tag: { type: 'string', pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$' },
    digest: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
    example: { type: 'boolean' },
  },
};

const byService = { type: 'object', additionalProperties: image };

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['apiVersion', 'images'],
  properties: {
    apiVersion: { const: 'images.bizflow.app/v1' },
    images: {
      type: 'object',
      additionalProperties: false,
      required: ['production', 'staging'],
      properties: { production: byService, staging: byService },
    },
  },
};

const validate = new Ajv({ allErrors: true, verbose: true }).compile<ImageLock>(schema);

/** The lock as it stands in the tree. A missing or malformed one throws a {@link GeneratorError}. */
export function imageLock(tree: Pick<Tree, 'read'>): ImageLock {
  const content = parse(tree.read(lockPath, 'utf8'));
  if (validate(content)) return content;
  throw new GeneratorError(
    (validate.errors ?? []).map((error) =>
      fault(
        'LOCK_INVALID',
        `${lockPath}${error.instancePath}`,
        JSON.stringify(error.data) ?? 'undefined',
        reason(error),
        'write tag, digest (sha256: and 64 hex digits) and example, as git show HEAD has them',
      ),
    ),
  );
}

const reason = ({ message = 'is invalid', params: { additionalProperty = '' } }: ErrorObject) =>
  `${message} ${additionalProperty}`.trim();

const parse = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch (error) {
    const why = text === null ? 'does not exist' : `is no JSON: ${(error as Error).message}`;
    throw new GeneratorError([
      fault('LOCK_INVALID', lockPath, 'unreadable', why, `git checkout -- ${lockPath}`),
    ]);
  }
};
