import type { Fleet } from '@bizflow/config';
import type { Tree } from '@nx/devkit';
import { editFile } from '../scaffold/edit-file.ts';
import { withEntry } from '../scaffold/source-edit.ts';
import { literal } from '../scaffold/typescript.ts';

/** Writes the laws that running pods still have in their label, until a person takes them out: no version within the rollback window has them any more. */
export const writeFormerLaws = (tree: Tree, former: Fleet['formerValues']): void => {
  if (Object.keys(former).length === 0) return;
  editFile(tree, 'packages/config/src/clusters/former-values.ts', (text) =>
    Object.entries(former).reduce(
      (own, [id, value]) => withEntry(own, 'formerValues', id, literal(value, '  ')),
      text,
    ),
  );
};
