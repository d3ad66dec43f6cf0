export { type Guess, guesses } from './guesses.ts';
