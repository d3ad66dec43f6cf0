import type { Fleet } from '@bizflow/config';
import { type RenderedFleet, readRenderedFleet, UnreadableSource } from '@bizflow/proofs';
import type { Tree } from '@nx/devkit';
import { refusal } from '../error.ts';
import type { RenderedFile } from '../trees/rendered-tree.ts';
import { filesBelow } from './files-below.ts';

/** What is read of a tree: of the work tree, or of a commit's files in a folder. */
export type TreeOfFiles = Pick<Tree, 'read' | 'children' | 'isFile'>;

/** The rendered files of a tree, planned, beside the facts that they were rendered from. */
export const renderedIn = (tree: TreeOfFiles, facts: Fleet): Promise<RenderedFleet> => {
  const terraform = filesBelow(tree, 'terraform', isTerraform);
  const gitops = filesBelow(tree, 'gitops', (path) => path.endsWith('.yaml'));
  const manifests = Object.fromEntries(
    Object.entries(gitops).map(([path, text]) => [`gitops/${path}`, text]),
  );
  return readable(readRenderedFleet(facts, terraform, manifests));
};

/** What a render of some facts would write, planned, with the modules of a tree. */
export const renderedFrom = (
  tree: TreeOfFiles,
  facts: Fleet,
  files: readonly RenderedFile[],
): Promise<RenderedFleet> => {
  const modules = filesBelow(
    tree,
    'terraform',
    (path) => isTerraform(path) && !path.startsWith('environments/'),
  );
  const below = (folder: string) =>
    files.flatMap(({ path, text }) => (path.startsWith(folder) ? [[path, text] as const] : []));
  const roots = below('terraform/').map(([path, text]) => [path.slice('terraform/'.length), text]);
  return readable(
    readRenderedFleet(
      facts,
      { ...modules, ...Object.fromEntries(roots) },
      Object.fromEntries(below('gitops/')),
    ),
  );
};

/** A file with a syntax error is a mistake of the person who wrote it, with its line. */
const readable = (read: Promise<RenderedFleet>): Promise<RenderedFleet> =>
  read.catch((error: unknown) => {
    if (!(error instanceof UnreadableSource)) throw error;
    throw refusal({
      code: 'TERRAFORM_UNREADABLE',
      at: `terraform/${error.path}:${error.line}`,
      value: 'a syntax error',
      reason: error.reason,
      remedy: 'correct this line: terraform fmt reads the file in the same way',
    });
  });

// Neither tests of modules nor what Terraform itself leaves behind.
const isTerraform = (path: string): boolean => !/(^|\/)(tests|\.[^/]*)(\/|$)/.test(path);
