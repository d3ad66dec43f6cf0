import type { Tree } from '@nx/devkit';

/** The texts of a folder's files by their path there, as far as they are wanted. */
export const filesBelow = (
  tree: Pick<Tree, 'read' | 'children' | 'isFile'>,
  folder: string,
  isWanted: (path: string) => boolean,
): Readonly<Record<string, string>> => {
  const within = (path: string): readonly (readonly [string, string])[] =>
    tree.children(`${folder}/${path}`).flatMap((name) => {
      const inner = path === '' ? name : `${path}/${name}`;
      if (!isWanted(inner) && tree.isFile(`${folder}/${inner}`)) return [];
      return tree.isFile(`${folder}/${inner}`)
        ? [[inner, tree.read(`${folder}/${inner}`, 'utf8') ?? ''] as const]
        : within(inner);
    });
  return Object.fromEntries(within(''));
};
