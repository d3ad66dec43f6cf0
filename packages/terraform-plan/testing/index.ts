export { parsedTree } from './parsed-tree.ts';
export { soundTexts, treeWith } from './sound-tree.ts';
export { terraformTexts } from './terraform-texts.ts';
