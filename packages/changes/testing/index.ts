export { frozenKinds, isMadeAgain } from '../src/dangers/immutable.ts';
export { objectChanges as changedObjects } from '../src/difference/objects.ts';
export { edits } from './edits.ts';
export { refusedFields } from './object-effects.ts';
