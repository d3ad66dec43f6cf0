export { type AssignedToCluster, assignedValues, placeholder } from './assigned.ts';
