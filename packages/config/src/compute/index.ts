export { fargateLogs } from './fargate.ts';
export { instanceFamilies } from './instance-families.ts';
export { managedPool } from './managed-pool.ts';
export { type NodePoolPolicy, nodePools } from './node-pools.ts';
export { nodeRoom, operatorPods } from './node-room.ts';
export { nodePolicy } from './nodes.ts';
export { priorities } from './priorities.ts';
