export { type NodePoolPolicy, nodePolicy, nodePools, priorities } from './node-pools.ts';
