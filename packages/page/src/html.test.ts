import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageData } from './data/page-data.ts';
import { html } from './html.ts';

const assets = {
  script: 'console.log("</script>", "<!-- ")',
  style: 'p { color: red }',
  digest: (text: string) => `sha256-${text.length}`,
};

const page = (title: string): string =>
  html({ title, root: null, now: { names: [title] }, plan: null } as unknown as PageData, assets);

/** The text of the element with the data, as a browser cuts it out. */
const dataIn = (text: string): string =>
  text.split('<script type="application/json" id="data">')[1]?.split('</script')[0] ?? '';

describe('a page', () => {
  it('contains any name as data, and no name ends its script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const { title, now } = JSON.parse(dataIn(page(name)));
        expect([title, now.names]).toEqual([name, [name]]);
      }),
    );
    for (const name of [
      '</script><script>alert(1)</script>',
      '<!--<script>',
      '\u202e',
      'x'.repeat(300),
    ]) {
      expect(JSON.parse(dataIn(page(name))).title).toBe(name);
      expect(page(name).match(/<\/script/g)).toHaveLength(2);
    }
  });

  it('writes a title as text', () => {
    expect(page('</title><b>&')).toContain('<title>&lt;/title&gt;&lt;b&gt;&amp;</title>');
  });

  it('lets a browser run its script and its style, and load nothing', () => {
    const text = page('fleet');
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(text) ?? [];
    const [, code = ''] = /<script>([\s\S]*)<\/script>/.exec(text) ?? [];
    expect(policy.split('; ')).toEqual([
      `default-src 'none'`,
      `script-src '${assets.digest(code)}'`,
      `style-src '${assets.digest(assets.style)}'`,
      `base-uri 'none'`,
      `form-action 'none'`,
    ]);
    expect(code).toBe('console.log("<\\/script>", "<\\!-- ")');
  });
});
