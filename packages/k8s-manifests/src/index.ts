export { argoCdInstall, install, installFolder } from './argo-cd/install.ts';
export { clusterFiles } from './files.ts';
export { clusterFolder, gitops, servicesFolder } from './folders.ts';
export type { FromOthers } from './platform/component.ts';
export { clusterProblems } from './rules/cluster-rules.ts';
export { bootstrapHasAnOrder } from './rules/order-rules.ts';
export { schemaProblems } from './validate.ts';
