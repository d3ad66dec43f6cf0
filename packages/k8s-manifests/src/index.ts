export { clusterFiles } from './files.ts';
export { clusterFolder, gitops, servicesFolder, wafFolder } from './folders.ts';
export { placeLabels } from './labels.ts';
export { schemaProblems } from './validate.ts';
