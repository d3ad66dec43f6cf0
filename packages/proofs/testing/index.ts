export { rerendered } from './repository.ts';
