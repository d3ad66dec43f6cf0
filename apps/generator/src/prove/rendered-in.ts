import type { Fleet } from '@bizflow/config';
import { type RenderedFleet, readRenderedFleet, UnreadableSource } from '@bizflow/proofs';
import type { Tree } from '@nx/devkit';
import { refusal } from '../error.ts';
import type { RenderedFile } from '../trees/rendered-tree.ts';
import { filesBelow } from './files-below.ts';

/** What is read of a tree: of the work tree, or of a commit's files in a folder. */
export type TreeOfFiles = Pick<Tree, 'read' | 'children' | 'isFile'>;

/** The rendered files of a tree, planned, beside the facts that they were rendered from. */
export const renderedIn = (tree: TreeOfFiles, facts: Fleet): Promise<RenderedFleet> =>
  planned(facts, {
    ...filesBelow(tree, 'terraform', isSource),
    ...filesBelow(tree, 'gitops', (path) => path.endsWith('.yaml')),
  });

/** What a render of some facts would write, planned, with the modules of a tree. */
export const renderedFrom = (
  tree: TreeOfFiles,
  facts: Fleet,
  files: readonly RenderedFile[],
): Promise<RenderedFleet> =>
  planned(facts, {
    ...modulesIn(tree),
    ...Object.fromEntries(files.map(({ path, text }) => [path, text])),
  });

/** Whether a file is neither a test of a module nor what Terraform itself leaves behind. */
export const isSource = (path: string): boolean => !/(^|\/)(tests|\.[^/]*)(\/|$)/.test(path);

/** The modules of Terraform in a tree: what no render writes. */
export const modulesIn = (tree: TreeOfFiles): Readonly<Record<string, string>> =>
  filesBelow(
    tree,
    'terraform',
    (path) => isSource(path) && !path.startsWith('terraform/environments/'),
  );

/** Plans what texts say. A file with a syntax error is a mistake of the person who wrote it, with its line. */
const planned = (facts: Fleet, texts: Readonly<Record<string, string>>): Promise<RenderedFleet> => {
  const below = (folder: string) =>
    Object.entries(texts).filter(([path]) => path.startsWith(folder));
  const terraform = below('terraform/').map(([path, text]) => [
    path.slice('terraform/'.length),
    text,
  ]);
  return readRenderedFleet(
    facts,
    Object.fromEntries(terraform),
    Object.fromEntries(below('gitops/')),
  ).catch((error: unknown) => {
    if (!(error instanceof UnreadableSource)) throw error;
    throw refusal({
      code: 'TERRAFORM_UNREADABLE',
      at: `terraform/${error.path}:${error.line}`,
      value: 'a syntax error',
      reason: error.reason,
      remedy: 'correct this line: terraform fmt reads the file in the same way',
    });
  });
};
