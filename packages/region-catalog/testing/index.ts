export { changed, excepted, problemsOf } from './breakage.ts';
export { breakages } from './breakages.ts';
export { type Examples, exampleCatalog } from './example-catalog.ts';
export { exampleExceptions } from './example-exceptions.ts';
export { exampleMove, newcomer, sheetsWithNewcomer } from './example-move.ts';
export type { Loose } from './loose.ts';
export { network } from './place.ts';
