export { environmentFolder, environmentsFolder, modulePath, rootFolder } from './folders.ts';
export type { CloudFrontAcl } from './global/cdn.ts';
export { globalFolder } from './global/global-root.ts';
export { type Routing, routing } from './global/routing.ts';
export { linkFolder } from './links/link-root.ts';
export { links } from './links/ways.ts';
export { clientCidrs, clusterIn, readersOf, writerOf } from './neighbours.ts';
export { type Acl, type AclRule, networkAcls } from './network-acls.ts';
export { observabilityRules } from './observability/observability.ts';
export { regionRoot } from './region-root.ts';
export {
  type Blocks,
  type Call,
  callPart,
  filesOf,
  type ModuleCall,
  type OriginAcl,
  outputOf,
  type Part,
  type RootFile,
  type Value,
  variableOf,
} from './root-file.ts';
export { type Root, roots, type WebAcls } from './roots.ts';
export {
  awsProvider,
  type Home,
  placeTags,
  stateBucket,
  terraformSettings,
  versions,
} from './settings.ts';
