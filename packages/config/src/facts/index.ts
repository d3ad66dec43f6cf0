export { everyFact } from './every-fact.ts';
