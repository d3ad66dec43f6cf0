export { approvers } from './approvers.ts';
export { type CanaryPolicy, gradual, immediate } from './canary.ts';
export { type CommitKey, commitSignatures } from './commit-signatures.ts';
export { abortsFrom, findsFrom } from './evidence.ts';
export { freezes } from './freezes.ts';
export { exemptionLabel, type ImageAdmission, imageAdmission } from './image-admission.ts';
export {
  applicationTokens,
  notifications,
  pagesOnCall,
  releaseTokens,
} from './notifications.ts';
export { wavesDone, wavesTo } from './promotion-waves.ts';
export { rolloutPolicy } from './rollout-policy.ts';
