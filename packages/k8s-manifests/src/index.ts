export { admittedLabels, admittedRegistries } from './admitted.ts';
export { argoCdInstall, install, installFolder } from './argo-cd/install.ts';
export { clusterFiles } from './files.ts';
export { clusterFolder, gitops, servicesFolder } from './folders.ts';
export type { FromOthers } from './platform/component.ts';
export { clusterRules } from './rules/cluster-rules.ts';
export { orderRules } from './rules/order-rules.ts';
export { schemaRules } from './rules/schema-rules.ts';
