import { parse } from 'yaml';
import type { AckWebAcl } from '../src/sinks/ack.ts';
import type { WebAcl } from '../src/web-acl.ts';

const special: Readonly<Record<string, string>> = {
  arn: 'ARN',
  ipSetReferenceStatement: 'IPSetReferenceStatement',
  awsManagedRulesBotControlRuleSet: 'AWSManagedRulesBotControlRuleSet',
};
const nested = new Set(['AndStatement', 'OrStatement', 'NotStatement', 'ScopeDownStatement']);

const pascal = (name: string) => special[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
const text = (value: unknown) => Buffer.from(String(value), 'base64').toString('utf8');

/** What the controller sends to AWS for the custom resource, with the API's own names. */
const api = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(api);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => {
        const name = pascal(key);
        if (name === 'SearchString') return [name, text(member)];
        if (nested.has(name) && typeof member === 'string') return [name, api(parse(member))];
        return [name, api(member)];
      }),
  );
};

/** The rules an ACK resource means. */
export const rulesOf = ({ spec }: AckWebAcl): WebAcl['Rules'] => api(spec.rules) as WebAcl['Rules'];
