import type { Tree } from '@nx/devkit';
import { drift } from '../../drift.ts';

/** `nx sync` and `nx sync:check`; Nx wants a result object here, and a render must return none. */
export default (tree: Tree) => drift(tree);
