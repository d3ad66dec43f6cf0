import type { Plan, Resource } from '@bizflow/terraform-plan';

/** Every resource that a plan makes; data sources keep and do nothing. */
export const managed = ({ resources }: Plan): readonly Resource[] =>
  resources.filter(({ mode }) => mode === 'managed');

/** Those of one type. */
export const ofType = (plan: Plan, type: string): readonly Resource[] =>
  managed(plan).filter((one) => one.type === type);
