import { describe, expect, it } from 'vitest';
import { changedPlan, withPlan } from '../../testing/planted.ts';
import { own } from '../../testing/repository.ts';
import { firewallRules } from './firewall-rules.ts';

const guarded = own.planned.filter(({ plan }) =>
  plan.resources.some(({ type }) => type === 'aws_networkfirewall_firewall'),
);
const [first] = guarded;
if (first === undefined) throw new RangeError('no cluster has a firewall');
const { cluster, plan } = first;
const planted = (type: RegExp, isGone: (values: object) => boolean) => {
  const faulty = withPlan(own, plan.root, (one) =>
    changedPlan(one, type, (values) => (isGone(values) ? undefined : values)),
  );
  return firewallRules(faulty.fleet, faulty.planned);
};

describe('the network firewall', () => {
  it('exists where the facts require it, and sees both directions of every zone', () => {
    expect(guarded.map(({ cluster: { environment } }) => environment.name)).toContain('production');
    expect(firewallRules(own.fleet, own.planned)).toEqual([]);
  });

  it('is missed where the facts ask for it', () => {
    expect(planted(/^aws_networkfirewall_firewall$/, () => true)).toMatchObject([
      { code: 'FIREWALL_MISSING', at: cluster.id },
    ]);
  });

  it('must see both directions', () => {
    const told = planted(/^aws_route_table_association$/, (values) => 'gateway_id' in values);
    expect(told.map(({ code, at }) => `${code} ${at}`)).toEqual(
      Array.from({ length: 3 }, () => `FIREWALL_ASYMMETRIC ${cluster.id}`),
    );
  });
});
