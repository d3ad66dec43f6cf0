import type { Fleet } from '@bizflow/config';
import type { Problem } from '@bizflow/kernel';
import { isWhole } from '../scope.ts';
import type { Content } from '../serialize.ts';
import { type RenderedTree, written } from './rendered-tree.ts';

/** A tree that is about the whole fleet or nothing. */
export const wholeTree = (
  folder: string,
  filesOf: (fleet: Fleet) => readonly Content[],
  problemsOf: (fleet: Fleet) => readonly Problem[] = () => [],
): RenderedTree => ({
  folders: (_, scope) => (isWhole(scope) ? [folder] : []),
  plan: (fleet, scope) =>
    isWhole(scope) ? written(filesOf(fleet), problemsOf(fleet)) : written([]),
  parts: (fleet) => [{ name: folder, files: () => filesOf(fleet) }],
});
