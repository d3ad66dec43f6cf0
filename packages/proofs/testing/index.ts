export { own, rerendered } from './repository.ts';
