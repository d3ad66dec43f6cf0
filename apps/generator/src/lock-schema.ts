import { shape } from './shapes/shape.ts';

/** A tag as registries allow it. */
export const tagPattern = '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$';

const facts = {
  tag: { type: 'string', pattern: tagPattern },
  digest: {
    type: 'string',
    pattern: '^sha256:[0-9a-f]{64}$',
    description: 'sha256: and 64 hexadecimal digits',
  },
  architectures: { type: 'array', items: { type: 'string', pattern: '^[a-z0-9]{1,20}$' } },
  pushedAt: {
    type: ['string', 'null'],
    // The format knows the calendar. The pattern makes times comparable as texts.
    format: 'date-time',
    pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$',
    description: 'a time in UTC, such as 2026-01-31T23:59:59Z',
  },
  placeholder: { type: 'boolean' },
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

/** What a lock looks like. */
export const lockSchema = {
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

/** What is wrong with a value as a lock. */
export const lockShape = shape(lockSchema);

/** What is wrong with a value as one image of a lock. */
export const imageShape = shape(image);
