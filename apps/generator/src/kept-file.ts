import { type Problem, problem } from '@bizflow/kernel';

/** Why a render keeps a path in a rendered folder as it is. */
export const keptFile = {
  unmanaged: (path: string): Problem =>
    problem({
      code: 'FILE_UNMANAGED',
      at: path,
      value: 'no header',
      reason: 'is an unmanaged file in a rendered folder; a render keeps it',
      remedy: 'move it out of the folder, or delete it',
    }),
  headless: (path: string): Problem =>
    problem({
      code: 'FILE_UNMANAGED',
      at: path,
      value: 'no header',
      reason:
        'is at the path of a rendered file, and its header is missing or was edited; a render keeps it',
      remedy: `if nothing in it is yours, delete it and render, which writes it again: rm ${path}`,
    }),
  edited: (path: string): Problem =>
    problem({
      code: 'FILE_EDITED',
      at: path,
      value: 'hash mismatch',
      reason: 'was edited by hand after it was rendered; a render keeps the edit',
      remedy: `change the facts that it is rendered from, then delete the file and render again: rm ${path}`,
    }),
  conflicted: (path: string): Problem =>
    problem({
      code: 'FILE_CONFLICT',
      at: path,
      value: 'conflict markers',
      reason: 'has the markers of a merge conflict; a render keeps it',
      remedy: `solve the conflicts of the facts first, then delete it and render again: rm ${path}`,
    }),
  folder: (path: string): Problem =>
    problem({
      code: 'FILE_IS_FOLDER',
      at: path,
      value: 'a folder',
      reason: 'is a folder at the path of a rendered file',
      remedy: 'move it out of the folder, or delete it',
    }),
} as const;
