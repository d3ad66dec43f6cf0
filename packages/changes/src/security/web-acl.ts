import type { WebAcl } from '@bizflow/waf-rules';
import { load } from 'js-yaml';
import type { KubernetesObject } from '../difference/objects.ts';

const special: Readonly<Record<string, string>> = {
  arn: 'ARN',
  ipSetReferenceStatement: 'IPSetReferenceStatement',
  ipSetForwardedIPConfig: 'IPSetForwardedIPConfig',
  awsManagedRulesBotControlRuleSet: 'AWSManagedRulesBotControlRuleSet',
};

/** Fields in which ACK keeps a statement as text. */
const nested: ReadonlySet<string> = new Set([
  ...['AndStatement', 'OrStatement', 'NotStatement', 'ScopeDownStatement'],
]);

/** The web ACL that an ACK resource means, under the names of AWS's API. */
export const webAclOf = ({ spec }: KubernetesObject): WebAcl => api(spec) as WebAcl;

/** The web ACL that Terraform's `rule_json` means: its rules, before whatever has this scope. */
export const ruleJsonAcl = (json: string, scope: WebAcl['Scope']): WebAcl => ({
  ...{ Name: '', Description: '', DefaultAction: { Allow: {} }, Rules: JSON.parse(json) },
  Scope: scope,
  VisibilityConfig: {
    CloudWatchMetricsEnabled: true,
    MetricName: '',
    SampledRequestsEnabled: true,
  },
});

const api = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(api);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => {
        const name = special[key] ?? key.charAt(0).toUpperCase() + key.slice(1);
        if (name === 'SearchString') return [name, textIn(String(member))];
        if (nested.has(name) && typeof member === 'string') return [name, api(load(member))];
        return [name, api(member)];
      }),
  );
};

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text in Base64: a package without Node has no Buffer. */
const textIn = (base64: string): string => {
  const bits = [...base64.replace(/=+$/, '')]
    .map((digit) => digits.indexOf(digit).toString(2).padStart(6, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return decodeURIComponent(
    bytes.map((byte) => `%${Number.parseInt(byte, 2).toString(16).padStart(2, '0')}`).join(''),
  );
};
