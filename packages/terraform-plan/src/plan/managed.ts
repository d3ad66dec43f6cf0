import type { Plan } from './plan.ts';
import type { Resource } from './resource.ts';

/** Every resource that a plan makes; data sources keep and do nothing. */
export const managed = ({ resources }: Pick<Plan, 'resources'>): readonly Resource[] =>
  resources.filter(({ mode }) => mode === 'managed');

/** Those of one type. */
export const ofType = (plan: Pick<Plan, 'resources'>, type: string): readonly Resource[] =>
  managed(plan).filter((one) => one.type === type);
