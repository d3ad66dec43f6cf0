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

/** What the rules of each subject say, the catalog's own first. */
export const subjectRules = (fleet: Fleet): readonly Problem[] => [
  ...catalogRules(fleet.catalog, fleet.exceptions),
  ...moveIdRules(fleet.moves),
  ...moveRules(fleet.sheets, fleet.moves, fleet.writtenExceptions),
  ...confirmationRules(fleet),
  ...destroyedRules(fleet),
  ...placeRules(fleet),
  ...instanceRules(fleet),
  ...poolRules(fleet),
  ...canaryRules(fleet),
  ...environmentRules(fleet),
  ...environmentKeyRules(fleet),
  ...serviceRules(fleet),
  ...serviceRelationRules(fleet),
  ...variableRules(),
  ...failureMeasureRules(fleet),
  ...exposureRules(fleet),
  ...edgeCatalogRules(edge, fleet.catalog),
  ...tenantRules(fleet),
  ...tenantQuotaRules(fleet),
  ...tenancyRules(fleet),
  ...loginPasswordRules(fleet),
  ...siteRules(fleet),
  ...nameRules(fleet),
  ...formerRules(fleet),
  ...networkRules(fleet),
  ...delegationRules(fleet),
  ...optionalPartRules(fleet),
  ...protectionRules(fleet),
  ...unusedRules(fleet),
  ...assignedRules(fleet),
  ...guessRules(fleet),
  ...signOnRules(fleet),
  ...imageRules(fleet),
  ...unusedImageRules(fleet),
  ...promotionRules(fleet),
  ...podAddressRules(fleet),
  ...nodeImageRules(fleet),
  ...unusedCostRules(fleet),
  ...costRules(fleet),
  ...alarmRules(fleet),
  ...alarmRelationRules(fleet),
  ...alarmSubjectRules(fleet),
  ...recoveryRules(fleet),
  ...connectionRules(fleet),
  ...deliveryRules(fleet),
  ...policyRules(),
];
