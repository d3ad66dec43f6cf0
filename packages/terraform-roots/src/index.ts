export { environmentFolder, environmentsFolder, modulePath, rootFolder } from './folders.ts';
export { type Acl, type AclRule, networkAcls, readersOf } from './network-acls.ts';
export { observabilityProblems } from './observability/observability.ts';
export { regionRoot } from './region-root.ts';
export {
  type Blocks,
  callPart,
  filesOf,
  type ModuleCall,
  outputOf,
  type Part,
  type RootFile,
  type Value,
} from './root-file.ts';
export {
  awsProvider,
  type Home,
  placeTags,
  stateBucket,
  terraformSettings,
  versions,
} from './settings.ts';
