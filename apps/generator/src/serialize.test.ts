import { readJson } from '@bizflow/testing/read-json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOf, withHeader } from './header.ts';
import { serialize } from './serialize.ts';

const formats = ['f.yaml', 'f.sh', 'f.sql', 'f.md', 'main.tf.json'];

describe('the header', () => {
  it.each(formats)(
    'of %s distinguishes rendered, edited and unmanaged files, whatever the text',
    (path) => {
      const text = path.endsWith('.json')
        ? fc.string().map((value) => `${JSON.stringify({ value }, null, 2)}\n`)
        : fc.oneof(
            fc.string(),
            fc.string().map((rest) => `#!/bin/sh\n${rest}`),
          );
      fc.assert(
        fc.property(text, fc.string({ minLength: 1 }), (text, more) => {
          const content = withHeader(path, text);
          expect(originOf(path, content)).toBe('rendered');
          expect(originOf(path, content + more)).toBe('edited');
          expect(originOf(path, `\uFEFF${content}`)).not.toBe('rendered');
          expect(originOf(path, text)).toBe('unmanaged');
        }),
      );
    },
  );

  it('is not taken from another format', () => {
    expect(originOf('f.md', withHeader('f.yaml', 'a: 1\n'))).toBe('edited');
  });

  it('leaves a script its interpreter line', () => {
    expect(withHeader('f.sh', '#!/bin/sh\nset -eu\n')).toMatch(
      /^#!\/bin\/sh\n# Rendered by .*\nset/,
    );
  });
});

describe('JSON', () => {
  it('reads back as what was rendered, with the header as a comment key, keys in order', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (body) => {
        fc.pre(!('//' in body));
        const text = serialize({ path: 'main.tf.json', body });
        const { '//': header, ...read } = readJson(text) as Record<string, unknown>;
        expect(header).toContain('Rendered by');
        expect(read).toEqual(readJson(JSON.stringify(body)));
      }),
    );
    const turned = (first: object, second: object) => ({ ...first, ...second });
    expect(serialize({ path: 'a.json', body: turned({ a: 1 }, { b: { c: 1, d: 2 } }) })).toBe(
      serialize({ path: 'a.json', body: turned({ b: { d: 2, c: 1 } }, { a: 1 }) }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('rejects %s, which JSON cannot express', (no) => {
    const body = { module: { a: [no] } };
    expect(() => serialize({ path: 'main.tf.json', body })).toThrow(`JSON has no number ${no}`);
  });
});
