import type { Environment, Fleet } from '@bizflow/config';
import { edge } from '@bizflow/config/edge';
import type { CloudFrontAcl } from '@bizflow/terraform-roots';
import { edgeWebAcl, ruleJson, wafLogGroup } from '@bizflow/waf-rules';

/** The web ACL before CloudFront: Terraform's, because AWS wants it in one region only. */
export const cloudFrontAcl = ({ name }: Environment, { catalog }: Fleet): CloudFrontAcl => {
  const acl = edgeWebAcl({ edge, catalog }, { name: `bizflow-${name}` }, 'cloudfront');
  return {
    name: acl.Name,
    description: acl.Description,
    ruleJson: ruleJson(acl),
    logGroup: wafLogGroup(acl),
    redactedHeaders: edge.redactedHeaders,
  };
};
