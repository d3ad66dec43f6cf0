import type { Cluster, Fleet } from '@bizflow/config';
import { edge } from '@bizflow/config/edge';
import type { OriginAcl } from '@bizflow/terraform-roots';
import { edgeWebAcl, ruleJson } from '@bizflow/waf-rules';

/** The rules before a load balancer behind CloudFront; Terraform puts CloudFront's secret first. */
export const originAcl = (cluster: Cluster, { catalog }: Fleet): OriginAcl => {
  const acl = edgeWebAcl({ edge, catalog }, cluster, 'origin');
  return { ruleJson: ruleJson(acl), redactedHeaders: edge.redactedHeaders };
};
