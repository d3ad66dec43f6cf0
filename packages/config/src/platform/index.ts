export { applicationLimits } from './application-limits.ts';
export { argoCd } from './argo-cd.ts';
export type { Controller } from './controller.ts';
export { controllerSettings } from './controller-settings.ts';
export { controllerUndoes, type Undoing } from './controller-undoes.ts';
export { builtInKinds, type ControllerName, controllers } from './controllers.ts';
export {
  type Identity,
  type PlatformIdentity,
  platformAccounts,
  platformIdentities,
} from './identities.ts';
