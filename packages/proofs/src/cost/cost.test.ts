import { priceList } from '@bizflow/config/cost';
import { nth } from '@bizflow/config/testing';
import type { Plan, Resource } from '@bizflow/terraform-plan';
import { describe, expect, it } from 'vitest';
import { type Change, changedPlan, withPlan } from '../../testing/planted.ts';
import { own } from '../../testing/repository.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { cost } from './cost.ts';
import { renderedCost } from './rendered-cost.ts';

const at = nth(own.planned, 0);
const place = { environment: at.cluster.environment.name, region: at.cluster.region.id };
const changed = (type: RegExp, change: Change): RenderedFleet =>
  withPlan(own, at.plan.root, (plan) => changedPlan(plan, type, change));
const added = (resource: Partial<Resource>): RenderedFleet =>
  withPlan(own, at.plan.root, (plan): Plan => {
    const pattern = nth(plan.resources, 0);
    return {
      ...plan,
      resources: [...plan.resources, { ...pattern, mode: 'managed', values: {}, ...resource }],
    };
  });
const told = (rendered: RenderedFleet): readonly string[] => {
  const proof = cost(rendered);
  return proof.holds ? [] : proof.counterExamples.map(({ code, value }) => `${code} ${value}`);
};
const countOf = (rendered: RenderedFleet, item: keyof typeof priceList): number =>
  renderedCost(rendered)
    .lines.filter((line) => line.region === place.region && line.environment === place.environment)
    .filter((line) => line.item === item)
    .reduce((sum, { count }) => sum + count, 0);

describe('the cost of what is rendered', () => {
  it('is within every budget', () => {
    expect(cost(own)).toMatchObject({ proof: 'cost', holds: true });
    expect(told(own)).toEqual([]);
  });

  it('is told where a budget is below it, or missing', () => {
    const column = changed(/^aws_budgets_budget$/, (v) => ({ ...v, limit_amount: '2000' }));
    expect(told(column)).toEqual(['BUDGET_BELOW_RENDERED 2000']);
    const none = changed(/^aws_budgets_budget$/, () => undefined);
    expect(told(none)).toEqual(['BUDGET_BELOW_RENDERED 0']);
  });

  it('is within the budget of each account, which sees a subscription that no place has', () => {
    const [global] = own.plans.filter(({ root }) => root.endsWith('production/global'));
    const [pattern] = global?.resources ?? [];
    if (global === undefined || pattern === undefined) throw new RangeError('no global layer');
    const { accountsUsd } = own.fleet.cost;
    const shield = { ...pattern, mode: 'managed' as const, type: 'aws_shield_subscription' };
    // Together they cost more than the budget, however much of it the regions of this fleet leave.
    const count = 1 + Math.floor(accountsUsd.production / priceList.shield.usd);
    const subscribed = withPlan(own, global.root, (plan) => ({
      ...plan,
      resources: [...plan.resources, ...Array.from({ length: count }, () => shield)],
    }));
    expect(told(subscribed)).toEqual([`BUDGET_BELOW_RENDERED ${accountsUsd.production}`]);
    const unwatched = own.plans
      .filter(({ root }) => /\/(global|delivery\/[^/]+)$/.test(root))
      .reduce<RenderedFleet>(
        (fleet, { root }) =>
          withPlan(fleet, root, (plan) =>
            changedPlan(plan, /^aws_budgets_budget$/, () => undefined),
          ),
        own,
      );
    expect(told(unwatched)).toEqual(Object.keys(accountsUsd).map(() => 'BUDGET_BELOW_RENDERED 0'));
  });

  it('never takes what it does not know for free', () => {
    expect(told(added({ type: 'aws_redshift_cluster' }))).toEqual([
      'COST_NO_PRICE aws_redshift_cluster',
    ]);
    const strange = changed(/^aws_db_instance$/, (v) => ({ ...v, instance_class: 'db.x9.large' }));
    expect(told(strange)).toEqual(['COST_NO_PRICE db.x9.large']);
    const unread = changed(/^aws_networkfirewall_firewall$/, (v) => ({
      ...v,
      subnet_mapping: '‹later›',
    }));
    expect(told(unread)).toContain('COST_UNCOUNTED firewall endpoint');
  });

  it("has the firewall's endpoints, and no NAT gateway that AWS waives beside them", () => {
    const zones = at.cluster.region.zones.length;
    expect(countOf(own, 'firewall endpoint')).toBe(zones);
    expect(countOf(own, 'NAT gateway')).toBeCloseTo(0);
    const without = changed(/^aws_networkfirewall_firewall$/, () => undefined);
    expect(countOf(without, 'NAT gateway')).toBeCloseTo(zones);
  });

  it("has a load balancer for each class of the cluster's Ingresses, that of Argo CD too", () => {
    const folder = `gitops/${place.environment}/${place.region}/`;
    const without = {
      ...own,
      manifests: Object.fromEntries(
        Object.entries(own.manifests).filter(
          ([path]) => !path.startsWith(folder) || !path.includes('ingress-argocd-server'),
        ),
      ),
    };
    expect(countOf(own, 'load balancer') - countOf(without, 'load balancer')).toBe(1);
    expect(countOf(own, 'public address')).toBe(countOf(without, 'public address'));
  });

  it("counts machines of pods by their requests: Fargate's by its sizes", () => {
    expect(countOf(own, 'fargate vCPU')).toBeGreaterThan(0);
    const more = {
      ...own,
      manifests: Object.fromEntries(
        Object.entries(own.manifests).map(([path, text]) => [
          path,
          text.replaceAll('cpu: 250m', 'cpu: 300m'),
        ]),
      ),
    };
    expect(countOf(more, 'fargate vCPU')).toBe(2 * countOf(own, 'fargate vCPU'));
  });

  it('gives a link to its spoke, and a replica the type of its primary', () => {
    const { lines } = renderedCost(own);
    expect(lines.every(({ count, usd }) => Number.isFinite(count) && Number.isFinite(usd))).toBe(
      true,
    );
    const attachments = lines.filter(({ item }) => item === 'gateway attachment');
    for (const { region, count } of attachments) {
      expect([region, count]).toEqual([
        region,
        region === own.fleet.foundations.production.hub ? 1 : 3,
      ]);
    }
  });
});
