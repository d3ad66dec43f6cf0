export { type Capacity, type Charge, capacity, type RuleCapacity } from './capacity.ts';
export type { Case } from './corpus/case.ts';
export { corpus } from './corpus/corpus.ts';
export type { Action, Ending } from './evaluate/action.ts';
export { evaluate, evaluateAll } from './evaluate/evaluate.ts';
export type { Request } from './evaluate/request.ts';
export type {
  Decided,
  OpenGroup,
  Outcome,
  Step,
  Undecided,
  Verdict,
} from './evaluate/verdict.ts';
export { managedGroups } from './managed-groups.ts';
export type {
  EdgeFacts,
  EdgePolicy,
  ManagedGroup,
  PathClass,
  PolicyInput,
  Profile,
  RateLimit,
} from './policy/edge-policy.ts';
export { edgePolicyRules } from './policy/edge-policy-rules.ts';
export { edgeRules, edgeWebAcl } from './policy/edge-web-acl.ts';
export { ackRules } from './rules/ack-rules.ts';
export type { Budget } from './rules/quota-rules.ts';
export { webAclRules } from './rules/web-acl-rules.ts';
export { type AckWebAcl, ackController, ackWebAcl, type Placement } from './sinks/ack.ts';
export { ruleJson, wafLogGroup } from './sinks/terraform.ts';
export type { Statement } from './statement.ts';
export type { Rule, WebAcl } from './web-acl.ts';
