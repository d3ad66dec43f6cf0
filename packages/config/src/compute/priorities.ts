import { freeze } from '@bizflow/kernel';

/** What may push whom off a node, the highest first. */
export const priorities = freeze([
  { name: 'bizflow-critical', value: 1_000_000, description: 'Serves users: the API' },
  { name: 'bizflow-standard', value: 100_000, description: 'Works behind users: workers' },
] as const);

export type PriorityName = (typeof priorities)[number]['name'];
