import { jsonLines } from './data/json.ts';
import type { PageData } from './data/page-data.ts';

/** What a page is made of beside its data. */
export interface Assets {
  /** A classic script with everything it needs. */
  readonly script: string;
  readonly style: string;
  /** The digest of a text as a Content-Security-Policy names it: `sha256-...`. */
  readonly digest: (text: string) => string;
}

/** One HTML file that needs nothing else, and that a browser lets ask for nothing else. */
export function html(data: PageData, { script, style, digest }: Assets): string {
  const code = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').trim();
  const policy = [
    `default-src 'none'`,
    `script-src '${digest(code)}'`,
    `style-src '${digest(style)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(data.title)}</title>
<style>${style}</style>
</head>
<body>
<noscript>This page is drawn by its own script: allow scripts for it.</noscript>
<div id="page"></div>
<script type="application/json" id="data">
${jsonLines(data)}
</script>
<script>${code}</script>
</body>
</html>
`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
