type Mapping = { readonly [key: string]: Json | undefined };

/** A JSON value; `undefined` members are left out, as `JSON.stringify` does. */
export type Json = null | boolean | number | string | readonly Json[] | Mapping;

// Decides most text at once. It may turn away text that ends up bare, never the other way round.
const WORDS = 'y|yes|n|no|on|off|true|false|null|e[-+]?\\d+';
const PLAIN = new RegExp(`^(?!(?:${WORDS})$)[a-z/](?:[!-9;-~]|:(?=[!-~])| (?=[!"$-~]))*$`, 'i');
const INDICATOR = /^$|^[\t ,[\]{}#&*!|>'"%@`]|^[?-](?:[\t ]|$)|:(?:[\t ]|$)|[\t ](?:#|$)|\n/;
const WORD = /^(?:~|<<|[Nn]ull|NULL|\.(?:nan|NaN|NAN)|[-+]?\.(?:inf|Inf|INF))$/;
const BOOLEAN = /^(?:[YyNn]|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF|[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const INTEGER = /^[-+]?(?:0b[01_]+|0x[\da-fA-F_]+|\d[\d_]*(?::[0-5]?\d)*)$/;
const FRACTION = /^[-+]?(?:\d[\d_]*(?::[0-5]?\d)*)?\.[\d_]*$/;
const EXPONENT = /^[-+]?(?:\d[\d_]*)?(?:\.[\d_]*)?[eE][-+]?\d+$/;
// The comma is Go's; Go also drops every `_` first and lets a sign follow `0b` and `0o`.
const DATE =
  /^\d{4}(-\d\d?){2}(([Tt]|[\t ]+)\d\d?(:\d\d?){2}([.,]\d+)?[\t ]*(Z|[-+][012]?\d(:\d\d)?)?)?$/;
const GO_INTEGER = /^[-+]?0(?:[xX][\da-fA-F]+|[bB][-+]?[01]+|[oO][-+]?[0-7]+)$/;
const GO_DECIMAL = /^[-+]?(?:\.\d+|\d+\.?\d*)(?:[eE][-+]?\d+)?$/;
const NOT_TEXT = [WORD, BOOLEAN, INTEGER, FRACTION, EXPONENT, DATE];
const UNSAFE = /[\p{Zl}\p{Zp}\p{Cs}\ufeff\ufffe\uffff]|(?![\t\n])\p{Cc}/u;
const UNSAFE_ALL = new RegExp(UNSAFE, 'gu');

/** Writes YAML that Kubernetes' own parser, yaml.v3, YAML 1.1 and YAML 1.2 all read as `value`. */
export function yaml(value: Json): string {
  // Go needs a block scalar indented, and at the root it would not be.
  return `${typeof value === 'string' ? line(value, '\n') : node('', value, '\n', '')}\n`;
}

/** Appends `value`; its members come after `pad`, the first one after `lead`. */
function node(out: string, value: Json, pad: string, lead: string): string {
  const gap = lead && ' ';
  if (typeof value === 'string') {
    if (PLAIN.test(value)) return out + gap + value;
    return out + gap + (isBlock(value) ? block(value, pad) : line(value, pad));
  }
  if (typeof value !== 'object' || value === null) return out + gap + literal(value);
  const result = isList(value) ? list(out, value, pad, lead) : mapping(out, value, pad, lead);
  if (result !== out) return result;
  return out + gap + (isList(value) ? '[]' : '{}');
}

// Array.isArray does not narrow a readonly array.
const isList = (value: readonly Json[] | Mapping): value is readonly Json[] => Array.isArray(value);

// A line break and its indentation, made once for each depth.
const pads: string[] = [];
const deeper = (pad: string): string => {
  pads[pad.length] ??= `${pad}  `;
  return pads[pad.length] as string;
};

function list(out: string, items: readonly Json[], pad: string, lead: string): string {
  const inner = deeper(pad);
  let result = out;
  let before = lead;
  for (const item of items) {
    result = node(`${result + before}- `, item, inner, '');
    before = pad;
  }
  return result;
}

function mapping(out: string, members: Mapping, pad: string, lead: string): string {
  const inner = deeper(pad);
  let result = out;
  let before = lead;
  for (const key of sorted(Object.keys(members))) {
    const value = members[key];
    if (value === undefined) continue;
    const name = PLAIN.test(key) ? key : line(key, pad);
    // No reader looks further than this for the colon.
    const isLong = name.length > 1024;
    result += isLong ? `${before}? ${name}${pad}: ` : `${before + name}:`;
    result = node(result, value, inner, isLong ? '' : inner);
    before = pad;
  }
  return result;
}

// Most keys come in order, which is quicker to see than to sort.
function sorted(keys: string[]): string[] {
  let last = '';
  for (const key of keys) {
    if (key < last) return keys.sort();
    last = key;
  }
  return keys;
}

function literal(value: null | boolean | number): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`JSON has no number ${value}`);
  }
  return String(value);
}

const isBlock = (value: string) =>
  value.includes('\n') && /^\S/.test(value) && !/\n[\t ]+$/.test(value) && !UNSAFE.test(value);

function block(value: string, pad: string): string {
  const isEnded = value.endsWith('\n');
  const chomping = /\n[\t ]*\n$/.test(value) ? '+' : isEnded ? '' : '-';
  const body = isEnded ? value.slice(0, -1) : value;
  return `|${chomping}${pad}${body.replace(/\n(?!\n|$)/g, pad)}`;
}

/** Text on one line: bare where every reader takes it for text, else quoted. */
function line(value: string, pad: string): string {
  const isUnsafe = UNSAFE.test(value);
  if (isUnsafe && /\p{Cs}/u.test(value)) {
    throw new TypeError(`Go reads no YAML with a lone surrogate: ${JSON.stringify(value)}`);
  }
  const isDocumentMark = pad === '\n' && /^(?:---|\.\.\.)/.test(value);
  if (!isUnsafe && !isDocumentMark && !INDICATOR.test(value) && !isNotText(value)) return value;
  if (!isUnsafe && value.includes('"') && !/['\n]/.test(value)) return `'${value}'`;
  const json = JSON.stringify(value);
  return isUnsafe ? json.replace(UNSAFE_ALL, escaped) : json;
}

function isNotText(value: string): boolean {
  if (NOT_TEXT.some((form) => form.test(value))) return true;
  const digits = value.replaceAll('_', '');
  return !value.startsWith('_') && (GO_INTEGER.test(digits) || GO_DECIMAL.test(digits));
}

const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
