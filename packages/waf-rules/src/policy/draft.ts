import type { Statement } from '../statement.ts';
import type { PlainRule, Rule, RuleAction } from '../web-acl.ts';

/** A rule before it has a priority, with the reason that the table in the README prints. */
export interface Draft {
  readonly name: string;
  readonly why: string;
  /** `address` rules are used only where the client's address is visible. */
  readonly sees: 'address' | 'content';
  readonly statement: Statement;
  readonly outcome:
    | Pick<PlainRule, 'Action' | 'RuleLabels' | 'CaptchaConfig'>
    | { readonly OverrideAction: { readonly None: Readonly<Record<string, never>> } };
}

/** The actions of plain rules. */
export const actions = {
  allow: { Allow: {} },
  block: { Block: {} },
  count: { Count: {} },
  captcha: { Captcha: {} },
  /** Too Many Requests (RFC 6585): a client or webhook sender that reads it tries again later. */
  tooMany: { Block: { CustomResponse: { ResponseCode: 429 } } },
} as const satisfies Readonly<Record<string, RuleAction>>;

/** Gives a draft its place; ten apart, so that a person can put one between in an emergency. */
export const placed = ({ name, statement, outcome }: Draft, index: number): Rule => ({
  Name: name,
  Priority: 10 * (index + 1),
  Statement: statement,
  ...outcome,
  VisibilityConfig: visibility(name),
});

/** Metrics and samples on, under the rule's own name. */
export const visibility = (name: string) => ({
  CloudWatchMetricsEnabled: true,
  MetricName: name,
  SampledRequestsEnabled: true,
});
