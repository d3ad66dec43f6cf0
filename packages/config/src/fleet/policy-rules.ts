import type { Problem } from '@bizflow/kernel';
import { destinationRules } from '../alarms/destination-rules.ts';
import { nodePolicyRules, priorityRules } from '../compute/node-policy-rules.ts';
import { unusedPriceRules } from '../cost/unused-cost-rules.ts';
import { dataStoreRules } from '../foundation/data-store-rules.ts';
import { metricRules } from '../metrics/metric-rules.ts';
import { commonNameRules } from '../names/common-name-rules.ts';
import { accountRules } from '../platform/account-rules.ts';
import { controllerKeyRules } from '../platform/controller-key-rules.ts';
import { policyControllerRules } from '../platform/policy-controller-rules.ts';
import { windowRules } from '../recovery/window-rules.ts';
import { commitSignatureRules } from '../release/commit-signature-rules.ts';
import { freezeRules } from '../release/freeze-rules.ts';
import { imageAdmissionRules } from '../release/image-admission-rules.ts';
import { rolloutPolicyRules } from '../release/rollout-policy-rules.ts';
import { secretNameRules } from '../secrets/secret-name-rules.ts';
import { rightRules } from '../sign-on/right-rules.ts';

/** What is wrong with policies that belong to no fleet: they are the same for every one. */
export const policyRules = (): readonly Problem[] => [
  ...accountRules(),
  ...commonNameRules(),
  ...controllerKeyRules(),
  ...dataStoreRules(),
  ...destinationRules(),
  ...metricRules(),
  ...commitSignatureRules(),
  ...freezeRules(),
  ...imageAdmissionRules(),
  ...nodePolicyRules(),
  ...policyControllerRules(),
  ...priorityRules(),
  ...rightRules(),
  ...rolloutPolicyRules(),
  ...secretNameRules(),
  ...unusedPriceRules(),
  ...windowRules(),
];
