export { argoCdInstall, install, installFolder } from './argo-cd/install.ts';
export { clusterFiles } from './files.ts';
export { clusterFolder, gitops, servicesFolder, wafFolder } from './folders.ts';
export { placeLabels } from './labels.ts';
export { migrationManifests, writesAtHome } from './migration/manifests.ts';
export { clusterProblems } from './problems/cluster-problems.ts';
export { schemaProblems } from './validate.ts';
export { confirmed } from './waves.ts';
