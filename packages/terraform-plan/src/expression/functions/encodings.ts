import { asJson, asText, unknown, type Value } from '../value.ts';
import type { Functions } from './functions.ts';

/** Functions that write values as text, and read them. */
export const encodings: Functions = {
  // Outside of a module there is no folder to read from.
  file: (path = '') => unknown(`file(${asText(path)})`),
  jsondecode: (text = '') => JSON.parse(asText(text)) as Value,
  jsonencode: (value = null) => asJson(value),
};
