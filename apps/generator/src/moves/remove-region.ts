import { type Problem, problem } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { sources } from '../catalog-sources.ts';
import { refuse } from '../error.ts';
import { editFile } from '../scaffold/edit-file.ts';
import { withElement, withoutElements, withoutMember } from '../scaffold/source-edit.ts';
import { camelCase, literal } from '../scaffold/typescript.ts';
import { withoutUnused } from '../scaffold/unused-source.ts';

const config = 'packages/config/src';

interface Edit {
  readonly path: string;
  readonly change: (text: string) => string;
}

/** Every list of regions without one of them, by the file that has the list. */
const editsFor = (
  id: string,
  seen: { readonly by: string; readonly evidence: string },
): readonly Edit[] => [
  {
    path: `${sources}/region-ids.ts`,
    change: (text) => withoutElements(text, 'regionIds', (element) => element === `'${id}'`),
  },
  { path: `${sources}/sheets.ts`, change: (text) => withoutUnused(withoutMember(text, [id])) },
  {
    path: `${sources}/moves/destroyed.ts`,
    change: (text) => withElement(text, 'destroyed', literal({ region: id, ...seen }, '  ')),
  },
  { path: `${config}/release/promotion.ts`, change: (text) => withoutTurn(text, id) },
  {
    path: `${config}/assigned/assigned.ts`,
    change: (text) => withoutMember(text, ['clusters', `production/${id}`]),
  },
  { path: `${config}/cost/regional-prices.ts`, change: (text) => withoutMember(text, [id]) },
  {
    path: `${config}/clusters/former-values.ts`,
    change: (text) => withoutMember(text, [`production/${id}`]),
  },
];

// A wave of its own goes whole.
const withoutTurn = (text: string, id: string): string =>
  text
    .replace(new RegExp(`\\['${id}'\\],?\\s*`), '')
    .replace(new RegExp(`'${id}',\\s*|,\\s*'${id}'`), '');

/**
 * Takes a region out of every list. Throws a {@link GeneratorError} that names each other source that still has its
 * id: what becomes of that is for a person to say.
 */
export function removeRegion(
  tree: Tree,
  id: string,
  seen: { readonly by: string; readonly evidence: string },
): void {
  tree.delete(`${sources}/regions/${id}.ts`);
  for (const { path, change } of editsFor(id, seen)) editFile(tree, path, change);
  const left = filesBelow(tree, 'packages').flatMap((path) => named(tree, path, id));
  refuse(left);
}

const filesBelow = (tree: Tree, folder: string): readonly string[] =>
  tree.children(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (tree.isFile(path)) return isFacts(path) ? [path] : [];
    return name === 'node_modules' || name === 'dist' ? [] : filesBelow(tree, path);
  });

// What AWS says of all its regions stays, as do moves, which name the regions of others.
const isFacts = (path: string): boolean =>
  /^packages\/(config|region-catalog)\/src\/.*\.ts$/.test(path) &&
  !/\.test\.ts$|\/moves\/|\/aws\/|recovery\/backups\.ts$|health-check-rules\.ts$/.test(path);

const named = (tree: Tree, path: string, id: string): readonly Problem[] => {
  const lines = (tree.read(path, 'utf8') ?? '').split('\n');
  return lines.flatMap((line, index) =>
    new RegExp(`^(?!\\s*(//|\\*|/\\*)).*['"\`/]${id}['"\`/]`).test(line) ||
    line.includes(`${camelCase(id)} `)
      ? [
          problem({
            code: 'REGION_STILL_NAMED',
            at: `${path}:${index + 1}`,
            value: line.trim(),
            reason: `names ${id}, which is about to be forgotten`,
            remedy: 'say what takes its place there, or remove the line',
          }),
        ]
      : [],
  );
};
