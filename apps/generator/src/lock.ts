import type { ImageLock } from '@bizflow/config';
import { fault } from '@bizflow/region-catalog';
import type { Tree } from '@nx/devkit';
import { Ajv, type ErrorObject } from 'ajv';
import { GeneratorError } from './error.ts';

/** Where the lock stands, from the repository's root. */
export const lockPath = 'images.lock.json';

/** A tag as registries allow it. */
export const tagPattern = '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$';

const facts = {
  tag: { type: 'string', pattern: tagPattern },
  digest: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
  architectures: { type: 'array', items: { type: 'string', pattern: '^[a-z0-9]{1,20}$' } },
  pushedAt: {
    type: ['string', 'null'],
    pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$',
  },
  example: { type: 'boolean' },
};

const regions = { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } };

const next = {
  type: 'object',
  additionalProperties: false,
  required: [...Object.keys(facts), 'regions'],
  properties: { ...facts, regions },
};

const image = {
  type: 'object',
  additionalProperties: false,
  required: Object.keys(facts),
  properties: { ...facts, next },
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

const validate = new Ajv({
  allErrors: true,
  verbose: true,
  allowUnionTypes: true,
}).compile<ImageLock>(schema);

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
        'write tag, digest, architectures, pushedAt and example as git show HEAD has them',
      ),
    ),
  );
}

/** The bytes of a lock, as Biome would format them: lists of names stand on one line. */
export const lockText = (lock: ImageLock): string => {
  const text = JSON.stringify(lock, null, 2);
  const oneLine = text.replace(/\[\n[^[\]{}]*\]/g, (list) =>
    list.replace(/\n\s*/g, ' ').replace('[ ', '[').replace(' ]', ']'),
  );
  return `${oneLine}\n`;
};

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
