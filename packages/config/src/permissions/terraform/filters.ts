import { freeze } from '@bizflow/kernel';
import type { AccessTable } from './access.ts';

const deliveries =
  'logs:CreateLogDelivery logs:GetLogDelivery logs:UpdateLogDelivery logs:DeleteLogDelivery logs:ListLogDeliveries logs:PutResourcePolicy logs:DescribeResourcePolicies logs:DescribeLogGroups';

const wafv2 = freeze({
  service: 'wafv2',
  tags: 'TagResource UntagResource',
  source: 'internal/service/wafv2',
  types: {
    aws_wafv2_web_acl: [
      'GetWebACL ListWebACLs ListTagsForResource',
      'CreateWebACL UpdateWebACL DeleteWebACL',
    ],
    aws_wafv2_web_acl_logging_configuration: [
      'GetLoggingConfiguration',
      `PutLoggingConfiguration DeleteLoggingConfiguration iam:CreateServiceLinkedRole ${deliveries}`,
      'WAF developer guide, "Permissions to publish logs to CloudWatch Logs"',
    ],
  },
} as const satisfies AccessTable);

const firewall = freeze({
  service: 'network-firewall',
  tags: 'TagResource UntagResource',
  source: 'internal/service/networkfirewall',
  types: {
    aws_networkfirewall_firewall: [
      'DescribeFirewall ec2:DescribeVpcs ec2:DescribeSubnets ec2:DescribeVpcEndpoints ec2:DescribeRouteTables',
      'CreateFirewall AssociateSubnets DisassociateSubnets AssociateFirewallPolicy UpdateFirewallDeleteProtection UpdateFirewallDescription UpdateFirewallPolicyChangeProtection UpdateSubnetChangeProtection UpdateFirewallEncryptionConfiguration UpdateFirewallAnalysisSettings DeleteFirewall ec2:CreateVpcEndpoint ec2:DeleteVpcEndpoints iam:CreateServiceLinkedRole',
      'CloudFormation schema AWS::NetworkFirewall::Firewall, handlers',
    ],
    aws_networkfirewall_firewall_policy: [
      'DescribeFirewallPolicy',
      'CreateFirewallPolicy UpdateFirewallPolicy DeleteFirewallPolicy ListRuleGroups',
      'CloudFormation schema AWS::NetworkFirewall::FirewallPolicy, handlers',
    ],
    aws_networkfirewall_logging_configuration: [
      'DescribeLoggingConfiguration',
      `UpdateLoggingConfiguration iam:CreateServiceLinkedRole ${deliveries}`,
      'Network Firewall developer guide, "Permissions to configure firewall logging"',
    ],
    aws_networkfirewall_rule_group: [
      'DescribeRuleGroup',
      'CreateRuleGroup UpdateRuleGroup DeleteRuleGroup iam:CreateServiceLinkedRole',
      'CloudFormation schema AWS::NetworkFirewall::RuleGroup, handlers',
    ],
  },
} as const satisfies AccessTable);

/** What looks into traffic. */
export const filters = [wafv2, firewall] as const;
