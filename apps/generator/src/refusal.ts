import { type Problem, problem } from '@bizflow/kernel';

/** Why a path in a rendered folder is kept as it is. */
export const refusal = {
  foreign: (path: string): Problem =>
    problem({
      code: 'FILE_FOREIGN',
      at: path,
      value: 'no header',
      reason: 'stands in a rendered folder and was not rendered, so it is kept as it is',
      remedy: 'move it out of the folder, or delete it',
    }),
  edited: (path: string): Problem =>
    problem({
      code: 'FILE_EDITED',
      at: path,
      value: 'hash mismatch',
      reason: 'was edited by hand after it was rendered, so it is kept as it is',
      remedy: `change the facts it comes from, and drop the edit: git checkout -- ${path}`,
    }),
  folder: (path: string): Problem =>
    problem({
      code: 'FILE_IS_FOLDER',
      at: path,
      value: 'a folder',
      reason: 'stands where a rendered file belongs',
      remedy: 'move it out of the folder, or delete it',
    }),
} as const;
