import { createHash } from 'node:crypto';
import type { Functions } from '../call.ts';
import { asJson, asText, unknown, type Value } from '../value.ts';

const hash = (algorithm: string, text: Value, encoding: 'hex' | 'base64'): string =>
  createHash(algorithm).update(asText(text)).digest(encoding);

/** Functions that write values as text, and read them. */
export const encodings: Functions = {
  base64decode: (text = '') => Buffer.from(asText(text), 'base64').toString('utf8'),
  base64encode: (text = '') => Buffer.from(asText(text)).toString('base64'),
  base64sha256: (text = '') => hash('sha256', text, 'base64'),
  // No rule looks into a file, and the plan reads none.
  file: (path = '') => unknown(`file(${asText(path)})`),
  jsondecode: (text = '') => JSON.parse(asText(text)) as Value,
  jsonencode: (value = null) => asJson(value),
  md5: (text = '') => hash('md5', text, 'hex'),
  sha1: (text = '') => hash('sha1', text, 'hex'),
  sha256: (text = '') => hash('sha256', text, 'hex'),
  urlencode: (text = '') => encodeURIComponent(asText(text)),
};
