export { argoCd } from './argo-cd.ts';
export { builtInKinds, type Controller, type ControllerName, controllers } from './controllers.ts';
export {
  type Identity,
  type PlatformIdentity,
  platformAccounts,
  platformIdentities,
} from './identities.ts';
