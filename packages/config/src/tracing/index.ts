export { collectors } from './collectors.ts';
export { sampling } from './sampling.ts';
