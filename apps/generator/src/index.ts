export { GeneratorError } from './error.ts';
export { lockPath } from './lock.ts';
export { isError, plan } from './plan.ts';
export { type Outcome, reconcile, survey } from './reconcile.ts';
export type { Plan, RenderedFile } from './trees/rendered-tree.ts';
