import type { Problem } from '@bizflow/kernel';
import { moveIdRules, moveRules } from '@bizflow/region-catalog/moves';
import { catalogRules } from '@bizflow/region-catalog/rules';
import { alarmRelationRules } from '../alarms/alarm-relation-rules.ts';
import { alarmRules } from '../alarms/alarm-rules.ts';
import { alarmSubjectRules } from '../alarms/alarm-subject-rules.ts';
import { assignedRules } from '../assigned/assigned-rules.ts';
import { unusedRules } from '../assigned/unused-rules.ts';
import { instanceRules } from '../aws/instance-rules.ts';
import { placeRules } from '../aws/place-rules.ts';
import { poolRules } from '../aws/pool-rules.ts';
import { formerRules } from '../clusters/former-rules.ts';
import { siteRules } from '../clusters/site-rules.ts';
import { nodeImageRules } from '../compute/node-image-rules.ts';
import { costRules } from '../cost/cost-rules.ts';
import { unusedCostRules } from '../cost/unused-cost-rules.ts';
import { deliveryRules } from '../delivery/delivery-rules.ts';
import { edge } from '../edge/edge.ts';
import { edgeCatalogRules } from '../edge/edge-catalog-rules.ts';
import { environmentKeyRules } from '../environments/environment-key-rules.ts';
import { environmentRules } from '../environments/environment-rules.ts';
import { delegationRules } from '../foundation/delegation-rules.ts';
import { optionalPartRules } from '../foundation/optional-part-rules.ts';
import { protectionRules } from '../foundation/protection-rules.ts';
import { guessRules } from '../guesses/guess-rules.ts';
import { imageRules } from '../images/image-rules.ts';
import { unusedImageRules } from '../images/unused-image-rules.ts';
import { confirmationRules } from '../moves/confirmation-rules.ts';
import { destroyedRules } from '../moves/destroyed-rules.ts';
import { nameRules } from '../names/name-rules.ts';
import { networkRules } from '../network/network-rules.ts';
import { podAddressRules } from '../network/pod-address-rules.ts';
import { recoveryRules } from '../recovery/recovery-rules.ts';
import { canaryRules } from '../release/canary-rules.ts';
import { promotionRules } from '../release/promotion-rules.ts';
import { loginPasswordRules } from '../secrets/login-password-rules.ts';
import { connectionRules } from '../services/connection-rules.ts';
import { exposureRules } from '../services/exposure-rules.ts';
import { failureMeasureRules } from '../services/failure-measure-rules.ts';
import { serviceRelationRules } from '../services/service-relation-rules.ts';
import { serviceRules } from '../services/service-rules.ts';
import { variableRules } from '../services/variable-rules.ts';
import { signOnRules } from '../sign-on/sign-on-rules.ts';
import { tenancyRules } from '../tenancy/tenancy-rules.ts';
import { tenantQuotaRules } from '../tenancy/tenant-quota-rules.ts';
import { tenantRules } from '../tenancy/tenant-rules.ts';
import type { Fleet } from './fleet.ts';
import { policyRules } from './policy-rules.ts';

const rules: readonly ((fleet: Fleet) => readonly Problem[])[] = [
  ({ catalog, exceptions }) => catalogRules(catalog, exceptions),
  ({ moves }) => moveIdRules(moves),
  ({ sheets, moves, writtenExceptions }) => moveRules(sheets, moves, writtenExceptions),
  confirmationRules,
  destroyedRules,
  placeRules,
  instanceRules,
  poolRules,
  canaryRules,
  environmentRules,
  environmentKeyRules,
  serviceRules,
  serviceRelationRules,
  () => variableRules(),
  failureMeasureRules,
  exposureRules,
  ({ catalog }) => edgeCatalogRules(edge, catalog),
  tenantRules,
  tenantQuotaRules,
  tenancyRules,
  loginPasswordRules,
  siteRules,
  nameRules,
  formerRules,
  networkRules,
  delegationRules,
  optionalPartRules,
  protectionRules,
  unusedRules,
  assignedRules,
  guessRules,
  signOnRules,
  imageRules,
  unusedImageRules,
  promotionRules,
  podAddressRules,
  nodeImageRules,
  unusedCostRules,
  costRules,
  alarmRules,
  alarmRelationRules,
  alarmSubjectRules,
  recoveryRules,
  connectionRules,
  deliveryRules,
  () => policyRules(),
];

/** What the rules of each subject say, the catalog's own first. */
export const subjectRules = (fleet: Fleet): readonly Problem[] =>
  rules.flatMap((rule) => rule(fleet));
