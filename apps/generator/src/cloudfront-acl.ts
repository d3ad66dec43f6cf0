import type { Environment, Fleet } from '@bizflow/config';
import { edge } from '@bizflow/config/edge';
import type { CloudFrontAcl } from '@bizflow/terraform-roots';
import { edgePolicy, logPlan, ruleJson } from '@bizflow/waf-rules';

/** The web ACL before CloudFront: Terraform's, because AWS wants it in one region only. */
export const cloudFrontAcl = ({ name }: Environment, { catalog }: Fleet): CloudFrontAcl => {
  const acl = edgePolicy({ edge, catalog }, { name: `bizflow-${name}` }, 'cloudfront');
  const { logGroup, redactedHeaders } = logPlan(acl);
  return {
    name: acl.Name,
    description: acl.Description,
    ruleJson: ruleJson(acl),
    logGroup,
    redactedHeaders,
  };
};
