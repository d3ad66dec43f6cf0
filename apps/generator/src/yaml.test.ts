import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { goProgram } from '@bizflow/testing/go-program';
import { skips } from '@bizflow/testing/tools';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Json, yaml } from './yaml.ts';

const words = `
y Y n N yes Yes YES yEs no No NO on On ON off Off OFF true True TRUE tRue false False FALSE
null Null NULL nUll ~ nil None undefined NaN nan inf Infinity << = + - -- --- ... ---a ...b .
0 -0 +0 00 0775 08 +1 -1 1_000 1__2 _1 1_ -_1 0_x1F 0x1F 0X1F 0x_1 0xg +0x1F -0b1 0b1 0B1 0b+1
0b-1 0o14 0O14 0o+7 0o8 0b2 1:30 1:30:45 -1:30 1:30.5 1:60 190:20:30 12e03 12e+03 1e5 1E5 1e31__2
e5 E10 +e5 -e-5 1.5 1. .5 -.5 +.5e3 .5e1_0 .5_5 ._ ._5 .e3 6.8523015e+5 685.230_15e+03 1e 1e+ 1ee5
.inf .Inf .INF -.inf +.inf .iNF .nan .NaN .NAN +.nan 0.1.2 1,000 1f 0x 12345678901234567890123
0o777777777777777777777777 0xFFFFFFFFFFFFFFFFFFFF 1e999 10.0.0.0/8 8080 30s 250m 512Mi 1.2.3
2001-12-14 2001-1-1 2001-1 2001-12-14T21:59:43Z 2001-12-14t21:59:43.10-05:00 12345678T1:2:3
2001-12-14T21:59:43,5Z # #a - -a ? ?a : :a a: ::a a:b a#b ! !tag !!str !!binary & &a * *a
*.example.com % %YAML @ @a | |- |+ > >- , ,a [ [a] ] { {a} } ' " 'a' "a" a'b a"b '" a'b"c
__proto__ constructor`;
// biome-ignore format: one class of text a line
const spaced = [
  '', ' ', '  ', ' a', 'a ', 'a b', 'a  b', '\t', '\ta', 'a\t', 'a\tb', ' \t ',
  'a: b', 'a : b', 'a:  b', 'a:\tb', 'a #b', 'a  # b', 'a\t#b', '- a', '-  a', '-\ta', '? a', '?\ta',
  '- - a', '--- a', '... a', '%YAML 1.1', '[a, b]', '{a: b}', '`', '`a', '\\', '\\n', '\\u0041', 'a\\',
  'say "a": b', 'it\'s: "b"', '"a" # b', '2001-12-14 21:59:43', '2001-12-14  21:59:43.1 -5', '2001-12-14 2',
];
// biome-ignore format: one class of text a line
const lines = [
  '\n', '\n\n', ' \n', '\n ', 'a\n', 'a\n\n', 'a\n\n\n', 'a\nb', 'a\nb\n', '\na', '\n\na\n', 'a\n\nb\n\n',
  'a \nb', 'a\n b', 'a\n  b\n c\n', ' a\nb', '\ta\nb', 'a\n\tb', 'a\n\t\n', 'a\n ', 'a\n \n', 'a \n',
  'a  \n\n', 'a\n \n\n', 'a\n \nb', '\n a', 'a\t\nb', '- a\n- b', 'a: b\nc: d\n', '# a\nb', 'a\n# b\n',
  '---\na', 'a\n---\nb', 'a\n...\n', '%a\nb', 'a\n%b', '"a"\nb', "'a'\nb", '|\na', '>\na', '&a\n*a',
  '{\n"a": 1\n}\n', '[\n]\n', '#!/bin/sh\nset -e\n\techo "a: $b"\n', '\u00a0\na', '\u3000a\nb', '\u00a0a\nb\n',
  'a\r\nb', 'a\rb', '\r', '\r\n', 'a\r', 'a\r\n', `${'long '.repeat(60)}\n${'b'.repeat(300)}\n`,
];
// biome-ignore format: one class of text a line
const characters = [
  '\0', '\x07', '\b', '\v', '\f', '\x1b', '\x1f', '\x7f', '\x80', '\x85', '\x9f', '\xa0', '\xad',
  '\u200b', '\u2028', '\u2029', '\u202e', '\ufeff', '\ufffd', '\ufffe', '\uffff', '\ud7ff', '\ue000',
  '\u{10ffff}', '\u{1fffe}', 'é', 'ß', 'e\u0301', '漢字', '😀', '👩‍👩‍👧',
];
// biome-ignore format: one class of text a line
const long = ['a'.repeat(1024), 'a'.repeat(1025), 'a b '.repeat(400), '"'.repeat(600), '😀'.repeat(600)];
const aroundIt = (char: string) => [
  char,
  `a${char}b`,
  `${char}a\nb`,
  `a\nb${char}c\n`,
  `a: ${char}`,
];
const hostile = [
  ...words.trim().split(/\s/),
  ...[...spaced, ...lines, ...long, ...characters.flatMap(aroundIt)],
];

// Map value, key, list item, list in list, mapping in list; the document itself is at the end.
const places: ((text: string) => Json)[] = [
  (text) => ({ a: text, b: 1 }),
  (text) => ({ [text]: text, z: {} }),
  (text) => ({ a: { [text]: { b: text }, z: null } }),
  (text) => [{ [text]: [text], z: [] }, { [text]: { [text]: {} } }],
  (text) => ({ a: [text, text], b: text }),
  (text) => [text, 'b', text],
  (text) => [[[text], text], [[]]],
  (text) => ({ a: [{ b: text, c: 1 }, { d: [text] }] }),
];
const cases = [...hostile.flatMap((text) => places.map((place) => place(text))), ...hostile];

const digits = [...'0123456789_+-.:eExXoObB aftTZ,'];
const nasty = [...'\n\n \t:#-?|>\'"%@`&*!{}[],~\\ab1\r\x7f\x85\u2028\ufeff\0é', '---', '...', '<<'];
const anyText = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: fc.constantFrom(...digits), maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...nasty), maxLength: 12 }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);
const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
);
const json = (text: fc.Arbitrary<string>, key: fc.Arbitrary<string>) =>
  fc.letrec<{ any: Json; list: Json[]; map: { [key: string]: Json } }>((tie) => ({
    any: fc.oneof({ maxDepth: 4, withCrossShrink: true }, text, scalar, tie('list'), tie('map')),
    list: fc.array(tie('any'), { maxLength: 4 }),
    map: fc.dictionary(key, tie('any'), { maxKeys: 4, noNullPrototype: true }),
  })).map;

// Where Go misreads the yaml package, or that package folds quoted text over several lines.
const unsafe = /[\p{Zl}\p{Zp}\ufeff\ufffe\uffff]|(?![\t\n])\p{Cc}/u;
const goOnly = /^[-+]?0(?:[BOXo]|b[-+])|^[-+.\d].*_|:\d\d?,\d/;
const isOrdinaryKey = (text: string) =>
  !unsafe.test(text) && !goOnly.test(text) && !text.includes(' \n') && text !== '<<';
const isOrdinary = (text: string) =>
  isOrdinaryKey(text) && !(text.includes('\n') && /^\s|\n[\t ]+$/.test(text));

const oracle = (value: Json) =>
  stringify(value, {
    version: '1.1',
    lineWidth: 0,
    aliasDuplicateObjects: false,
    sortMapEntries: (a, b) => (String(a.key) < String(b.key) ? -1 : 1),
  });

function readBy(version: '1.1' | '1.2', document: string): unknown {
  try {
    return parse(document, { version, logLevel: 'error' });
  } catch (error) {
    return String(error);
  }
}

type Reading = Record<string, { value?: Json; error?: string }>;
const reader = goProgram(join(import.meta.dirname, 'testing/yaml-reader'));
/** An object comes as the list of its members: JSON.parse of Node 24 misreads escaped keys (nodejs/node#63785). */
type Written = Json | { readonly members: readonly (readonly [string, Written])[] };
const readByGo = (documents: readonly string[]): readonly Reading[] =>
  (reader.ask([], documents) as readonly Record<string, { value?: Written; error?: string }>[]).map(
    (readings) =>
      Object.fromEntries(
        Object.entries(readings).map(([name, { value, ...rest }]) => [
          name,
          value === undefined ? rest : { ...rest, value: withKeys(value) },
        ]),
      ),
  );
const withKeys = (value: Written): Json => {
  if (Array.isArray(value)) return value.map(withKeys);
  if (typeof value !== 'object' || value === null) return value;
  const { members } = value as { readonly members: readonly (readonly [string, Written])[] };
  return Object.fromEntries(members.map(([key, member]) => [key, withKeys(member)]));
};

function misreadByGo(values: Json[]) {
  const documents = values.map(yaml);
  return readByGo(documents).flatMap((readings, i) =>
    Object.entries(readings)
      .filter(([, { value, error }]) => error || !isDeepStrictEqual(value, values[i]))
      .map(([reader, reading]) => ({ reader, document: documents[i], reading, value: values[i] })),
  );
}

const numRuns = Number(process.env.NUM_RUNS ?? 3_000);
const noGo = skips('go', "what Kubernetes' parser reads", reader.missing());

describe('what yaml writes', () => {
  test.each(['1.1', '1.2'] as const)('reads back by YAML %s in every position', (version) => {
    const misread = cases
      .map((value) => ({ value, document: yaml(value), got: readBy(version, yaml(value)) }))
      .filter(({ value, got }) => !isDeepStrictEqual(got, value));
    expect(misread).toEqual([]);
  });

  test('reads back by YAML 1.1 and 1.2 whatever the document', () => {
    fc.assert(
      fc.property(json(anyText, anyText), (value) => {
        const document = yaml(value);
        expect(isDeepStrictEqual(readBy('1.1', document), value)).toBe(true);
        expect(isDeepStrictEqual(readBy('1.2', document), value)).toBe(true);
      }),
      { numRuns },
    );
  });

  test.skipIf(noGo)('reads back by the parser of Kubernetes and by yaml.v3', () => {
    const documents = fc.sample(json(anyText, anyText), numRuns);
    expect(misreadByGo([...cases, ...documents])).toEqual([]);
  });

  test('equals the bytes of the yaml package where that package is right', () => {
    const document = json(anyText.filter(isOrdinary), anyText.filter(isOrdinaryKey));
    fc.assert(
      fc.property(document, (value) => {
        expect(yaml(value)).toBe(oracle(value));
      }),
      { numRuns },
    );
  });

  test('equals the bytes of the yaml package for the ordinary among the hostile texts', () => {
    const ordinary = hostile.filter((text) => isOrdinary(text) && isOrdinaryKey(text));
    expect(ordinary.length).toBeGreaterThan(hostile.length / 2);
    for (const value of ordinary.flatMap((text) => places.map((place) => place(text)))) {
      expect(yaml(value)).toBe(oracle(value));
    }
  });

  test('does not depend on the order of keys', () => {
    expect(yaml({ b: 1, a: { 10: 1, 9: 2, A: 3 } })).toBe(yaml({ a: { A: 3, 9: 2, 10: 1 }, b: 1 }));
    expect(yaml({ b: 1, B: 2, _: 3, 10: 4, 9: 5 })).toBe('"10": 4\n"9": 5\nB: 2\n_: 3\nb: 1\n');
  });

  test('leaves out undefined members and keeps empty ones', () => {
    expect(yaml({ a: undefined, b: {}, c: [], d: '', e: { f: undefined } })).toBe(
      'b: {}\nc: []\nd: ""\ne: {}\n',
    );
  });

  test('quotes on one line what a block could not keep exactly at its ends', () => {
    expect(yaml({ a: 'a\n ', b: ' a\nb', c: 'a\n b\n\n' })).toBe(
      'a: "a\\n "\nb: " a\\nb"\nc: |+\n  a\n   b\n\n',
    );
  });

  test('writes minus zero as zero, which every reader agrees on', () => {
    expect(yaml([-0, 0, -0.5])).toBe('- 0\n- 0\n- -0.5\n');
  });

  test('rejects what YAML readers or JSON cannot represent', () => {
    expect(() => yaml({ a: Number.NaN })).toThrow(new TypeError('JSON has no number NaN'));
    expect(() => yaml([-1 / 0])).toThrow(new TypeError('JSON has no number -Infinity'));
    for (const value of ['\ud800', 'a\udfffb', 'a\n\ud83d\n']) {
      expect(() => yaml({ a: value })).toThrow(TypeError);
      expect(() => yaml({ [value]: 1 })).toThrow(TypeError);
    }
  });
});
