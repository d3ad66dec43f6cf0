export { fargateLogs } from './fargate.ts';
export { instanceFamilies } from './instance-families.ts';
export { type NodePoolPolicy, nodePools } from './node-pools.ts';
export { nodeRoom, operatorPods } from './node-room.ts';
export { nodePolicy } from './nodes.ts';
export { priorities } from './priorities.ts';
