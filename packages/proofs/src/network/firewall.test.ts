import type { Plan, Resource } from '@bizflow/terraform-plan';
import { describe, expect, it } from 'vitest';
import { ownClusters } from '../../testing/clusters.ts';

const ofType = ({ resources }: Plan, type: string): readonly Resource[] =>
  resources.filter((one) => one.type === type);

/** The public subnets whose way out and way in do not pass the same endpoint of the firewall. */
const asymmetric = (plan: Plan): readonly string[] => {
  const routes = ofType(plan, 'aws_route');
  const tables = ofType(plan, 'aws_route_table_association');
  const gateway = tables.find(({ values }) => values.gateway_id !== undefined)?.values;
  return ofType(plan, 'aws_subnet')
    .filter(({ address }) => address.includes('.public['))
    .filter(({ address, values: { cidr_block: cidr } }) => {
      const own = tables.find(({ values }) => values.subnet_id === `‹${address}.id›`)?.values;
      const out = routes.find(({ values }) => values.route_table_id === own?.route_table_id);
      const back = routes.find(
        ({ values }) =>
          values.route_table_id === gateway?.route_table_id &&
          values.destination_cidr_block === cidr,
      );
      const endpoint = out?.values.vpc_endpoint_id;
      return endpoint === undefined || endpoint !== back?.values.vpc_endpoint_id;
    })
    .map(({ address }) => address);
};

const guarded = ownClusters.filter(
  ({ plan }) => ofType(plan, 'aws_networkfirewall_firewall').length > 0,
);

describe('the firewall', () => {
  it('stands in every region of production', () => {
    expect(guarded.map(({ cluster }) => cluster.id)).toEqual(
      ownClusters.map(({ cluster }) => cluster.id).filter((id) => id.startsWith('production/')),
    );
  });

  // It drops what it sees half of (Network Firewall developer guide, "Asymmetric routing").
  it.each(guarded)('sees both directions of every zone in $cluster.id', ({ plan }) => {
    expect(asymmetric(plan)).toEqual([]);
  });

  it('is told apart from one that sees a direction only', () => {
    for (const { plan } of guarded.slice(0, 1)) {
      const resources = plan.resources.filter(
        ({ type, values }) =>
          type !== 'aws_route_table_association' || values.gateway_id === undefined,
      );
      expect(asymmetric({ ...plan, resources })).toHaveLength(3);
    }
  });
});
