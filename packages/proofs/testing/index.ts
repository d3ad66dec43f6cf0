export { withPlan } from './planted.ts';
export { own, rerendered } from './repository.ts';
