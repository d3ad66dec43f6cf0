/** A capacity that AWS charges, and where it says so. */
export interface Cost {
  readonly wcu: number;
  readonly source: string;
}

const guide = (page: string): string =>
  `https://docs.aws.amazon.com/waf/latest/developerguide/${page}.html`;
const match = guide('waf-rule-statements-match');
const bytes = guide('waf-rule-statement-type-string-match');
const sqli = guide('waf-rule-statement-type-sqli-match');
const rate = guide('waf-rule-statement-type-rate-based');

/** WCU of each statement and modifier, as the WAF developer guide has them. */
export const costs = {
  geo: { wcu: 1, source: match },
  asn: { wcu: 1, source: match },
  label: { wcu: 1, source: match },
  ipSet: { wcu: 1, source: match },
  size: { wcu: 1, source: guide('waf-rule-statement-type-size-constraint-match') },
  bytesAtAnEnd: { wcu: 2, source: bytes },
  bytesAnywhere: { wcu: 10, source: bytes },
  regex: { wcu: 3, source: match },
  sqliLow: { wcu: 20, source: sqli },
  sqliHigh: { wcu: 30, source: sqli },
  xss: { wcu: 40, source: guide('waf-rule-statement-type-xss-match') },
  rate: { wcu: 2, source: rate },
  // An upper bound: AWS may charge a transformation that rules share only once.
  transformation: { wcu: 10, source: guide('aws-waf-capacity-units') },
  allQueryArguments: { wcu: 10, source: bytes },
  // NONE is free: the example of `aws wafv2 get-web-acl` counts 3 for two statements with it.
} as const satisfies Readonly<Record<string, Cost>>;
