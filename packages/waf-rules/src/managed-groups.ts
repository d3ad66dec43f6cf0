import { freeze } from '@bizflow/kernel';
import {
  addressRules,
  botRules,
  commonRules,
  knownBadRules,
  placesIn,
  sqlRules,
} from './managed-rules.ts';

/** A managed rule group as AWS publishes it. */
export interface GroupFacts {
  readonly wcu: number;
  /** Whether the capacity was read in AWS's documentation; otherwise it is an upper bound. */
  readonly verified: boolean;
  readonly source: string;
  /** Whether it uses the client's address, which only the first web ACL can see. */
  readonly sees: 'address' | 'content';
  /** The parts of a request that its rules look at. */
  readonly looksAt: readonly string[];
  /** The namespace of its labels, without `awswaf:managed:aws:`. */
  readonly namespace: string;
  /** Its rules, and the label that each adds; only Bot Control's differ in more than case. */
  readonly rules: Readonly<Record<string, string>>;
}

/** The start of every label that a managed group of AWS adds. */
export const managedPrefix = 'awswaf:managed:aws:';

const guide = 'WAF developer guide, "AWS Managed Rules rule groups list"';

/** The managed groups this package knows, with their capacity. */
export const managedGroups = freeze({
  AWSManagedRulesAmazonIpReputationList: {
    wcu: 25,
    verified: true,
    source: guide,
    sees: 'address',
    looksAt: ['address'],
    namespace: 'amazon-ip-list',
    rules: addressRules.reputation,
  },
  AWSManagedRulesAnonymousIpList: {
    wcu: 50,
    verified: false,
    source: 'from memory',
    sees: 'address',
    looksAt: ['address'],
    namespace: 'anonymous-ip-list',
    rules: addressRules.anonymous,
  },
  AWSManagedRulesKnownBadInputsRuleSet: {
    wcu: 200,
    verified: false,
    source: 'from memory',
    sees: 'content',
    looksAt: placesIn(knownBadRules),
    namespace: 'known-bad-inputs',
    rules: knownBadRules,
  },
  AWSManagedRulesCommonRuleSet: {
    wcu: 700,
    verified: true,
    source: guide,
    sees: 'content',
    looksAt: placesIn(commonRules),
    namespace: 'core-rule-set',
    rules: commonRules,
  },
  AWSManagedRulesSQLiRuleSet: {
    wcu: 200,
    verified: true,
    source: guide,
    sees: 'content',
    looksAt: placesIn(sqlRules),
    namespace: 'sql-database',
    rules: sqlRules,
  },
  AWSManagedRulesBotControlRuleSet: {
    wcu: 50,
    verified: true,
    source: guide,
    sees: 'address',
    looksAt: ['address', 'headers'],
    namespace: 'bot-control',
    rules: botRules,
  },
} as const satisfies Readonly<Record<string, GroupFacts>>);

const known: ReadonlyMap<string, GroupFacts> = new Map(Object.entries(managedGroups));

/** What is known of a group, or `undefined`: a name that a rule checks may be any text. */
export const groupFacts = (name: string): GroupFacts | undefined => known.get(name);

/** The whole label that a rule of a group adds. */
export const managedLabel = ({ namespace }: GroupFacts, label: string): string =>
  `${managedPrefix}${namespace}:${label}`;
