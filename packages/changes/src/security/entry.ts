import { rule } from '../effect.ts';
import { byAttribute, byField } from '../effects-of.ts';

/** Who reaches a load balancer: its scheme, its sources, its group and its web ACL. */
export const entry = rule(
  'security/entry',
  byField(/^IngressClass(?:Params)?$/, /^\/spec\//, 'lets others reach its load balancers'),
);

/** What a policy says of packets, whether a path that is asked about depends on it or not. */
export const packets = rule('security/packet-policy', (change) => [
  ...byField(
    /^(?:(?:Global)?NetworkPolicy|Tier|SecurityGroupPolicy)$/,
    /^\/spec\//,
    'allows other packets',
  )(change),
  ...byField(
    /^OpenTelemetryCollector$/,
    /^\/spec\/networkPolicy(?:\/|$)/,
    'has another NetworkPolicy of its operator',
  )(change),
]);

/** Where a network firewall lets packets go: domains, and the rules of its policy. */
export const firewall = rule(
  'security/firewall',
  byAttribute(/^aws_networkfirewall_/, /./, 'allows other packets to leave'),
);

/** Whose name pods act in, and whether they are given a token. */
export const identity = rule(
  'security/identity',
  byField(
    /^ServiceAccount$/,
    /^\/(?:automountServiceAccountToken|metadata\/annotations\/eks\.amazonaws\.com~1)/,
    'gives its pods another identity, or token',
  ),
);
