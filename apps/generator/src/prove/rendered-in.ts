import type { Fleet } from '@bizflow/config';
import { type RenderedFleet, readRenderedFleet } from '@bizflow/proofs';
import type { Tree } from '@nx/devkit';
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

// Neither tests of modules nor what Terraform itself leaves behind.
const isTerraform = (path: string): boolean => !/(^|\/)(tests|\.[^/]*)(\/|$)/.test(path);
