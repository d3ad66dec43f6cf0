/** What a person knows and Git must not or need not: given by TF_VAR_... or a tfvars file. */
export const addresses = (description: string) =>
  ({ type: 'list(string)', default: [], description }) as const;

/** Where PagerDuty takes alerts; one for each environment. */
export const pagerDutyEndpoint = {
  type: 'string',
  default: null,
  sensitive: true,
  description: "PagerDuty's HTTPS endpoint of an Amazon CloudWatch integration; it contains a key.",
} as const;
