import { asText, texts, type Value } from '../value.ts';
import type { Functions } from './functions.ts';

const pattern = (text: string): RegExp => new RegExp(text.replace(/^\(\?i\)/, ''), 'gu');

/** Go's regex gives the whole match without groups, otherwise the groups. */
const match = (found: RegExpMatchArray): Value => {
  if (found.groups !== undefined) return { ...found.groups };
  return found.length === 1 ? found[0] : found.slice(1).map((group) => group ?? null);
};

const matches = (expression: string, text: string): readonly Value[] =>
  [...text.matchAll(pattern(expression))].map(match);

const format = (text: string, args: readonly Value[]): string => {
  const rest = [...args];
  return text.replace(/%(0?)(\d*)([sdvqt%])/g, (_, zero: string, width: string, verb: string) => {
    if (verb === '%') return '%';
    const next = rest.shift() ?? '';
    const shown = typeof next === 'object' ? JSON.stringify(next) : asText(next);
    const padded = shown.padStart(Number(width), zero === '' ? ' ' : '0');
    return verb === 'q' ? JSON.stringify(padded) : padded;
  });
};

const replace = (text: string, part: string, by: string): string => {
  const regex = /^\/(.*)\/$/s.exec(part)?.[1];
  if (regex === undefined) return text.replaceAll(part, by);
  return text.replace(pattern(regex), by.replace(/\$\{?(\w+)\}?/g, '$$$1'));
};

const cut = (text: string, signs: string, where: RegExp): string => {
  const escaped = signs.replace(/[\\\]^-]/g, '\\$&');
  return text.replace(new RegExp(where.source.replace('X', `[${escaped}]`), 'g'), '');
};

/** Functions on text. */
export const strings: Functions = {
  chomp: (text = '') => asText(text).replace(/[\r\n]+$/, ''),
  endswith: (text = '', end = '') => asText(text).endsWith(asText(end)),
  format: (text = '', ...args) => format(asText(text), args),
  formatlist: (text = '', list = []) => texts(list).map((one) => format(asText(text), [one])),
  indent: (by = 0, text = '') => asText(text).replaceAll('\n', `\n${' '.repeat(Number(by))}`),
  join: (by = '', ...lists) => lists.flatMap(texts).join(asText(by)),
  lower: (text = '') => asText(text).toLowerCase(),
  regex: (expression = '', text = '') => {
    const [first] = matches(asText(expression), asText(text));
    if (first === undefined) throw new Error(`regex ${asText(expression)} does not match`);
    return first;
  },
  regexall: (expression = '', text = '') => matches(asText(expression), asText(text)),
  replace: (text = '', part = '', by = '') => replace(asText(text), asText(part), asText(by)),
  split: (by = '', text = '') => (text === '' ? [''] : asText(text).split(asText(by))),
  startswith: (text = '', start = '') => asText(text).startsWith(asText(start)),
  strcontains: (text = '', part = '') => asText(text).includes(asText(part)),
  substr: (text = '', from = 0, length = 0) =>
    asText(text).slice(Number(from), length === -1 ? undefined : Number(from) + Number(length)),
  title: (text = '') => asText(text).replace(/(^|\s)(\S)/g, (all) => all.toUpperCase()),
  trim: (text = '', signs = '') => cut(asText(text), asText(signs), /^X+|X+$/),
  trimprefix: (text = '', start = '') =>
    asText(text).startsWith(asText(start)) ? asText(text).slice(asText(start).length) : text,
  trimspace: (text = '') => asText(text).trim(),
  trimsuffix: (text = '', end = '') =>
    asText(end) !== '' && asText(text).endsWith(asText(end))
      ? asText(text).slice(0, -asText(end).length)
      : text,
  upper: (text = '') => asText(text).toUpperCase(),
};
