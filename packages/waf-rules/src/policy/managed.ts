import { groupFacts } from '../managed-groups.ts';
import type { ManagedRuleGroup } from '../statement.ts';
import type { Draft } from './draft.ts';
import type { ManagedGroup, PolicyInput } from './edge-policy.ts';
import { hasLabel, not, pathLabel } from './statements.ts';

const reasons: Readonly<Record<string, string>> = {
  AWSManagedRulesAmazonIpReputationList: "Addresses that AWS's threat intelligence knows for bots.",
  AWSManagedRulesAnonymousIpList: 'Labels anonymising and hosting addresses; blocks none.',
  AWSManagedRulesKnownBadInputsRuleSet: 'Requests of known exploits, Log4Shell among them.',
  AWSManagedRulesCommonRuleSet:
    'Cross-site scripting, path traversal (GenericLFI) and remote file inclusion (GenericRFI).',
  AWSManagedRulesSQLiRuleSet: 'SQL injection.',
  AWSManagedRulesBotControlRuleSet:
    'Blocks known bad bots; webhooks are exempt, programs at the API only labelled.',
};

/** The managed groups in the order of the config: the document's "OWASP" and "Bot Control". */
export const managed = ({ edge }: PolicyInput): readonly Draft[] => edge.managedGroups.map(group);

const group = ({ name, count }: ManagedGroup): Draft => ({
  name: `managed-${groupFacts(name)?.namespace ?? name}`,
  why: reasons[name] ?? 'A managed group of AWS.',
  sees: groupFacts(name)?.sees ?? 'content',
  statement: {
    ManagedRuleGroupStatement: {
      ...(name === 'AWSManagedRulesBotControlRuleSet' && forBots),
      Name: name,
      ...(count.length > 0 && {
        RuleActionOverrides: count.map((rule) => ({ ActionToUse: { Count: {} }, Name: rule })),
      }),
      VendorName: 'AWS',
    },
  },
  outcome: { OverrideAction: { None: {} } },
});

// Senders of webhooks are bots by nature.
const forBots: Pick<ManagedRuleGroup, 'ManagedRuleGroupConfigs' | 'ScopeDownStatement'> = {
  ManagedRuleGroupConfigs: [{ AWSManagedRulesBotControlRuleSet: { InspectionLevel: 'COMMON' } }],
  ScopeDownStatement: not(hasLabel(pathLabel('webhook'))),
};
