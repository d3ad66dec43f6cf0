import { freeze } from '@bizflow/kernel';

/** The label of the managed nodes, which are there before Karpenter can make any (terraform/modules/eks/node-groups.tf). */
export const managedPool: Readonly<Record<string, string>> = freeze({
  'bizflow.io/pool': 'controllers',
});
