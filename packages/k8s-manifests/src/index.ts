export { clusterFiles } from './files.ts';
export { clusterFolder, gitops, servicesFolder } from './folders.ts';
export { schemaProblems } from './validate.ts';
