export { own } from './repository.ts';
