import { fleetRules } from '@bizflow/config';
import { type Proof, prove, readRenderedFleet } from '@bizflow/proofs';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError } from '../plan.ts';
import { filesBelow } from './files-below.ts';

type Read = Pick<Tree, 'read' | 'children' | 'isFile'>;

/** Runs every proof on the rendered files in the working tree; writes nothing. */
export async function proofsOf(tree: Read): Promise<readonly Proof[]> {
  const facts = factsOf(tree);
  const unsound = fleetRules(facts).filter(isError);
  if (unsound.length > 0) throw new GeneratorError(unsound);
  const terraform = filesBelow(tree, 'terraform', isTerraform);
  const gitops = filesBelow(tree, 'gitops', (path) => path.endsWith('.yaml'));
  const manifests = Object.fromEntries(
    Object.entries(gitops).map(([path, text]) => [`gitops/${path}`, text]),
  );
  return prove(await readRenderedFleet(facts, terraform, manifests));
}

// Neither tests of modules nor what Terraform itself leaves behind.
const isTerraform = (path: string): boolean => !/(^|\/)(tests|\.[^/]*)(\/|$)/.test(path);
