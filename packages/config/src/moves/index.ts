export { isConfirmed } from './confirmation-rules.ts';
export { fleetAt } from './fleet-at.ts';
export { formerLaws } from './former-laws.ts';
export type { Act, Places, Wait } from './stage.ts';
export { placesOf, stages, waitsOf } from './stages.ts';
export { withMoves } from './with-moves.ts';
