import type { Tree } from '@nx/devkit';

/** The texts of a folder's files by their path, as far as they are wanted. */
export const filesBelow = (
  tree: Pick<Tree, 'read' | 'children' | 'isFile'>,
  folder: string,
  isWanted: (path: string) => boolean,
): Readonly<Record<string, string>> => {
  const within = (path: string): readonly (readonly [string, string])[] =>
    tree.children(path).flatMap((name) => {
      const inner = `${path}/${name}`;
      if (!tree.isFile(inner)) return within(inner);
      return isWanted(inner) ? [[inner, tree.read(inner, 'utf8') ?? ''] as const] : [];
    });
  return Object.fromEntries(within(folder));
};
