import { freeze } from '@bizflow/kernel';

/** One of the document's "Cost-Saving Strategies", and what became of it. */
export interface Strategy {
  readonly name: string;
  readonly state: 'applied' | 'partly' | 'not offered';
  /** Where it shows, or why it cannot. */
  readonly evidence: string;
}

/** The document's six strategies in its order; the tests compare each with the facts. */
export const strategies: readonly Strategy[] = freeze([
  {
    name: 'Graviton Processors',
    state: 'partly',
    evidence:
      'nodes, databases, Redis and the API are arm64; EKS Fargate has none (docs/decisions/0005)',
  },
  {
    name: 'Fargate Spot',
    state: 'not offered',
    evidence: 'EKS Fargate knows no Spot; Karpenter spot is the other value (docs/decisions/0005)',
  },
  {
    name: 'S3 Intelligent Tiering',
    state: 'applied',
    evidence: 'storageClass of every bucket on the fact sheets',
  },
  { name: 'Karpenter', state: 'applied', evidence: 'packages/config/src/compute/node-pools.ts' },
  {
    name: 'Cross-Region Data Transfer',
    state: 'applied',
    evidence: 'only the flows that the document orders cross a border (region-catalog, flows.ts)',
  },
  {
    name: 'Reserved Capacity',
    state: 'applied',
    evidence: 'commitments in packages/config/src/cost/prices.ts; a person buys them',
  },
]);
