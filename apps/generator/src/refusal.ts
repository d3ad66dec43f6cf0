import { fault, type Problem } from '@bizflow/region-catalog';

/** Why a path in a rendered folder is kept as it is. */
export const refusal = {
  foreign: (path: string): Problem =>
    fault(
      'FILE_FOREIGN',
      path,
      'no header',
      'stands in a rendered folder and was not rendered, so it is kept as it is',
      'move it out of the folder, or delete it',
    ),
  edited: (path: string): Problem =>
    fault(
      'FILE_EDITED',
      path,
      'hash mismatch',
      'was edited by hand after it was rendered, so it is kept as it is',
      `change the facts it comes from, and drop the edit: git checkout -- ${path}`,
    ),
  folder: (path: string): Problem =>
    fault(
      'FILE_IS_FOLDER',
      path,
      'a folder',
      'stands where a rendered file belongs',
      'move it out of the folder, or delete it',
    ),
} as const;
