import type { WebAcl } from '../web-acl.ts';

/**
 * The rules as `rule_json` of Terraform's aws_wafv2_web_acl takes them. `SearchString` stays text:
 * the provider encodes it without looking, so that Base64 here would be encoded twice and never
 * match (hashicorp/terraform-provider-aws, internal/service/wafv2/flex.go, walkWebACLJSON).
 */
export const ruleJson = ({ Rules }: Pick<WebAcl, 'Rules'>): string => JSON.stringify(Rules);

/** The CloudWatch log group of an ACL; WAF accepts only names that start with `aws-waf-logs-`. */
export const wafLogGroup = ({ Name }: Pick<WebAcl, 'Name'>): string => `aws-waf-logs-${Name}`;
