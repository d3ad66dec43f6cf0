import { describe, expect, it } from 'vitest';
import { own } from '../../../testing/repository.ts';
import { policedBy, policyRules } from './policy-rules.ts';

const [first] = own.planned;
if (first === undefined) throw new RangeError('there is no cluster');
const files = Object.keys(own.manifests).filter((file) =>
  file.startsWith(`gitops/${first.cluster.id}/`),
);
const policies = files.filter((file) => /\/networkpolicy-[\w-]+\.yaml$/.test(file));
// A migration's own policy is for another pod of the service's namespace.
const ofPods = policies.filter((file) => !file.includes('tenant-isolation'));

const told = (manifests: typeof own.manifests) =>
  policyRules(own.fleet, [first], manifests).map(({ code }) => code);
const without = (gone: string) =>
  Object.fromEntries(Object.entries(own.manifests).filter(([file]) => file !== gone));

describe('the NetworkPolicies of every cluster', () => {
  it('let pods reach what they must, and nothing else', () => {
    expect(policyRules(own.fleet, own.planned, own.manifests)).toEqual([]);
  });

  it('are all read', () => {
    expect(policedBy(own.manifests, first.cluster.id).policies).toHaveLength(policies.length);
  });
});

describe('a planted fault', () => {
  it.each(ofPods.filter((file) => !file.includes('default-deny')))('%s, gone, is told', (gone) => {
    expect(told(without(gone))).toContain('POLICY_STOPS');
  });

  it.each(ofPods.filter((file) => file.includes('default-deny')))('%s, gone, is told', (gone) => {
    expect(told(without(gone))).toContain('POLICY_OPEN');
  });

  it('that closes the namespace of a controller is told', () => {
    const [deny = ''] = ofPods.filter((file) => file.includes('telemetry/networkpolicy-default'));
    const text = own.manifests[deny]?.replace(/namespace: \S+/, 'namespace: metrics-server') ?? '';
    expect(told({ ...own.manifests, [deny.replace('telemetry', 'metrics')]: text })).toEqual([
      'POLICY_STOPS',
    ]);
  });

  it('that lets every pod reach a collector is told', () => {
    const wide = Object.fromEntries(
      Object.entries(own.manifests).map(([file, text]) => [
        file,
        file.endsWith('networkpolicy-allow-applications.yaml')
          ? text.replace(/namespaceSelector:\n(?: {12,}.*\n)+/, 'namespaceSelector: {}\n')
          : text,
      ]),
    );
    expect(told(wide)).toContain('POLICY_OPEN');
  });
});
