export { GeneratorError } from './error.ts';
export { isError, type Plan, plan, type RenderedFile } from './plan.ts';
export { type Outcome, reconcile, survey } from './reconcile.ts';
