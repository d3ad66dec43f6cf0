export { applicationLimits } from './application-limits.ts';
export { argoCd } from './argo-cd.ts';
export { closedWebhooks } from './closed-webhooks.ts';
export type { Controller } from './controller.ts';
export { type ControllerRequest, controllerRequests } from './controller-requests.ts';
export { controllerSettings } from './controller-settings.ts';
export { controllerUndoes, type Undoing } from './controller-undoes.ts';
export { builtInKinds, type ControllerName, controllers } from './controllers.ts';
export { firstInstall, install, installFolder } from './first-install.ts';
export { helmVersion } from './helm.ts';
export {
  type Identity,
  type PlatformIdentity,
  platformAccounts,
  platformIdentities,
} from './identities.ts';
export { policyController } from './policy-controller.ts';
