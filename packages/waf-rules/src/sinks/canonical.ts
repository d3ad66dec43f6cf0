import { isObject } from '@bizflow/kernel';
import { base64 } from '../utf8.ts';
import { shapeOf, shapes } from './shapes.ts';

type Members = Readonly<Record<string, unknown>>;

/**
 * A nested statement as the ACK controller writes it back: YAML, PascalCase, sorted, every field
 * that is not set as `null`, one newline at the end. Any other spelling of the same statement makes
 * the controller call UpdateWebACL for ever (docs/decisions/0017).
 */
export const canonical = (shape: string, value: object): string =>
  `${members(shape, value as Members).join('\n')}\n`;

const members = (shape: string, value: Members): readonly string[] =>
  (shapes[shape] ?? []).flatMap((field) => entry(field, value[field]));

function entry(field: string, value: unknown): readonly string[] {
  if (value === undefined) return [`${field}: null`];
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${field}: []`];
    return [`${field}:`, ...value.flatMap((item) => listed(shapeOf(field), item))];
  }
  if (!isObject(value)) return [`${field}: ${scalar(field, value)}`];
  const inner = members(shapeOf(field), value);
  return inner.length === 0 ? [`${field}: {}`] : [`${field}:`, ...inner.map((line) => `  ${line}`)];
}

const listed = (shape: string, item: unknown): readonly string[] =>
  isObject(item)
    ? members(shape, item).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))
    : [`- ${quoted(String(item))}`];

const scalar = (field: string, value: unknown): string => {
  if (typeof value !== 'string') return String(value);
  return quoted(field === 'SearchString' ? base64(value) : value);
};

// gopkg.in/yaml.v2 v2.4.0: text that would read back as something else is put in double quotes.
const word =
  /^(?:[yYnN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|true|True|TRUE|false|False|FALSE|null|Null|NULL)$/;
const number = /^[-+]?(?:0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+|\d*\.?\d+(?:[eE][-+]\d+)?)$/;
const plain = /^[A-Za-z/^$(\\][\w/+=.:^$()|\\*?[\]{},-]*$|^[\d+][\dA-Za-z+/=]*$/;

/** Whether a text is among those that {@link canonical} is proved to write as the controller does. */
export const isCarried = (text: string): boolean => text === '' || plain.test(text);

const quoted = (text: string): string => {
  if (text === '' || word.test(text) || number.test(text)) return `"${text}"`;
  return plain.test(text) && !text.endsWith(':') ? text : `'${text.replaceAll("'", "''")}'`;
};
