import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');

/** The anchors of a page, as GitHub makes them of headings. */
const anchors = (page: string): readonly string[] =>
  [...readFileSync(join(root, 'docs/runbooks', page), 'utf8').matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
  );

const links = globSync('gitops/*/*/bootstrap/application-argo-*.yaml', { cwd: root })
  .flatMap((path) => [
    ...readFileSync(join(root, path), 'utf8').matchAll(/docs\/runbooks\/([\w-]+\.md)#([\w-]+)/g),
  ])
  .map(([, page = '', anchor = '']) => [page, anchor] as const);

it('sends people to headings of runbooks that exist', () => {
  const pages = new Set(globSync('*.md', { cwd: join(root, 'docs/runbooks') }));
  expect(links.length).toBeGreaterThan(20);
  const lost = new Set(
    links
      .filter(([page, anchor]) => !pages.has(page) || !anchors(page).includes(anchor))
      .map(([page, anchor]) => `${page}#${anchor}`),
  );
  expect([...lost]).toEqual([]);
});
