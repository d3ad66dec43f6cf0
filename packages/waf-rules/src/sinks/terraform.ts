import type { WebAcl } from '../web-acl.ts';

/**
 * The rules as `rule_json` of Terraform's aws_wafv2_web_acl takes them. `SearchString` stays text:
 * the provider encodes it without looking, so that Base64 here would be encoded twice and never
 * match (hashicorp/terraform-provider-aws, internal/service/wafv2/flex.go, walkWebACLJSON).
 */
export const ruleJson = ({ Rules }: Pick<WebAcl, 'Rules'>): string => JSON.stringify(Rules);

/** What Terraform's aws_wafv2_web_acl_logging_configuration needs to know of an ACL. */
export interface LogPlan {
  /** A CloudWatch log group; WAF accepts only names that start with `aws-waf-logs-`. */
  readonly logGroup: string;
  /** Headers whose values never reach a log. */
  readonly redactedHeaders: readonly string[];
}

/** Where an ACL logs; credentials and sessions are left out of it. */
export const logPlan = ({ Name }: Pick<WebAcl, 'Name'>): LogPlan => ({
  logGroup: `aws-waf-logs-${Name}`,
  redactedHeaders: ['authorization', 'cookie'],
});
