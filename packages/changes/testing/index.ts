export { frozenKinds } from '../src/dangers/immutable.ts';
export { edits } from './edits.ts';
export { refusedFields } from './object-effects.ts';
