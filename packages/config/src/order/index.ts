export { givenByHand, serviceLinkedRoleCommands, stateBucketCommands } from './first-commands.ts';
export { foundationOrder } from './foundation-order.ts';
export { prerequisites } from './prerequisites.ts';
export {
  accessRoot,
  deliveryRoot,
  globalRoot,
  linkRoot,
  regionRoot,
  releasesTo,
} from './root-paths.ts';
export { serviceLinkedRoles } from './service-linked-roles.ts';
export { serviceRoleRules } from './service-role-rules.ts';
export { type Copied, commandOf, type Step } from './step.ts';
