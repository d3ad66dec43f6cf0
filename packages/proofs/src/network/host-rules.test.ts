import { bodies } from '@bizflow/terraform-plan';
import { describe, expect, it } from 'vitest';
import { type Change, changedPlan, withPlan } from '../../testing/planted.ts';
import { own } from '../../testing/repository.ts';
import { hostRules, nameFilterOf } from './host-rules.ts';

const guarded = own.planned.filter(({ plan }) => nameFilterOf(plan) !== undefined);
const [first] = guarded;
if (first === undefined) throw new RangeError('no cluster has a firewall');
const { cluster, plan } = first;

/** What is told of the first guarded cluster, whose firewall is another one. */
const told = (type: RegExp, change: Change) => {
  const faulty = withPlan(own, plan.root, (one) => changedPlan(one, type, change));
  return hostRules(
    faulty.fleet,
    faulty.planned.filter((one) => one.cluster.id === cluster.id),
  ).map(({ code, at, value }) => `${code} ${at} ${value}`);
};
const withNames =
  (change: (names: readonly string[]) => readonly string[]): Change =>
  (values) => {
    const text = JSON.stringify(values);
    const targets = bodies(values.rule_group)
      .flatMap((group) => bodies(group.rules_source))
      .flatMap((source) => bodies(source.rules_source_list))
      .map((list) => list.targets);
    const [found] = targets;
    return Array.isArray(found)
      ? JSON.parse(text.replace(JSON.stringify(found), JSON.stringify(change(found.map(String)))))
      : values;
  };

describe('every name that a cluster asks for', () => {
  it('passes the firewall with the ClientHello of every client, in staging too', () => {
    expect(guarded.length).toBeLessThan(own.planned.length);
    expect(hostRules(own.fleet, own.planned)).toEqual([]);
  });
});

describe('a planted fault', () => {
  it('of a default action that waits for no second segment is told for every client', () => {
    const dropped = told(/^aws_networkfirewall_firewall_policy$/, (values) => ({
      ...values,
      firewall_policy: [{ stateful_default_actions: ['aws:drop_established'] }],
    }));
    expect(dropped).toContain(`FIREWALL_DROPS_HOST ${cluster.id} Node 24 quay.io`);
    expect(dropped).toContain(`FIREWALL_DROPS_HOST ${cluster.id} Go 1.26 quay.io`);
  });

  it('of a name that is not listed is told', () => {
    const without = withNames((names) => names.filter((name) => name !== 'registry.k8s.io'));
    expect(told(/^aws_networkfirewall_rule_group$/, without)).toEqual([
      `FIREWALL_DROPS_HOST ${cluster.id} Node 24 registry.k8s.io`,
      `FIREWALL_DROPS_HOST ${cluster.id} Go 1.26 registry.k8s.io`,
    ]);
  });

  it('of a name that is not needed is told', () => {
    const more = withNames((names) => [...names, '.example.com']);
    expect(told(/^aws_networkfirewall_rule_group$/, more)).toEqual([
      `FIREWALL_NAME_UNNEEDED ${cluster.id} .example.com`,
    ]);
  });
});
