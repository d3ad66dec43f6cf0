import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Assets } from '@bizflow/page';
import { rolldown } from 'rolldown';
import { root } from '../bundle/bundle-files.ts';

/** Bundles the page's script with the parts of the libraries that it uses: the same sources give the same bytes. */
export async function pageAssets(): Promise<Assets> {
  const build = await rolldown({
    input: '@bizflow/page/browser',
    cwd: root,
    platform: 'browser',
    tsconfig: false,
    logLevel: 'silent',
    resolve: { conditionNames: ['@bizflow/source', 'browser', 'import'] },
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  const { output } = await build.generate({ format: 'iife', minify: true, codeSplitting: false });
  const style = fileURLToPath(import.meta.resolve('@bizflow/page/page.css'));
  return {
    script: output[0].code,
    style: readFileSync(style, 'utf8'),
    digest: (text) => `sha256-${hash('sha256', text, 'base64')}`,
  };
}
