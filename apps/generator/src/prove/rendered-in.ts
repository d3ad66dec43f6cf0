import type { Fleet } from '@bizflow/config';
import { type RenderedFleet, readRenderedFleet } from '@bizflow/proofs';
import type { Tree } from '@nx/devkit';
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
  return readRenderedFleet(facts, terraform, manifests);
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
  return readRenderedFleet(
    facts,
    { ...modules, ...Object.fromEntries(roots) },
    Object.fromEntries(below('gitops/')),
  );
};

// Neither tests of modules nor what Terraform itself leaves behind.
const isTerraform = (path: string): boolean => !/(^|\/)(tests|\.[^/]*)(\/|$)/.test(path);
