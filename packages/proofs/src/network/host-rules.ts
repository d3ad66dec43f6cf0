import type { Fleet } from '@bizflow/config';
import { type NeededHost, neededHosts } from '@bizflow/config/network';
import { type Problem, problem } from '@bizflow/kernel';
import { bodies, ofType, type Plan, texts } from '@bizflow/terraform-plan';
import type { PlannedCluster } from '../rendered-fleet.ts';
import { clients, helloPasses, type NameFilter } from './handshake.ts';

/** What the firewall of a root lets through by name; undefined where a root makes none. */
export const nameFilterOf = (plan: Plan): NameFilter | undefined => {
  const inside = (type: string, block: string) =>
    ofType(plan, type).flatMap(({ values }) => bodies(values[block]));
  const policies = inside('aws_networkfirewall_firewall_policy', 'firewall_policy');
  const lists = inside('aws_networkfirewall_rule_group', 'rule_group')
    .flatMap((group) => bodies(group.rules_source))
    .flatMap((source) => bodies(source.rules_source_list));
  return policies.length === 0
    ? undefined
    : {
        names: lists.flatMap(({ targets }) => texts(targets)),
        defaultActions: policies.flatMap((one) => texts(one.stateful_default_actions)),
      };
};

/** A name that a needed host allows. */
const nameOf = (host: string): string => (host.startsWith('.') ? `a${host}` : host);

const dropped = (cluster: string, { host, from, why, source }: NeededHost, client: string) =>
  problem({
    code: 'FIREWALL_DROPS_HOST',
    at: `${cluster} ${client}`,
    value: host,
    reason: `is needed (${from}: ${why}; ${source}), and its ClientHello is dropped`,
    remedy:
      'render again, and see the default action in terraform/modules/network-firewall/main.tf',
  });

const unneeded = (cluster: string, name: string): Problem =>
  problem({
    code: 'FIREWALL_NAME_UNNEEDED',
    at: cluster,
    value: name,
    reason: 'is allowed, and nothing in the cluster needs it',
    remedy: 'render again, or say who needs it in packages/config/src/network/needed-hosts.ts',
  });

const judged = (cluster: string, filter: NameFilter, needed: readonly NeededHost[]) => [
  ...needed.flatMap((host) =>
    clients
      .filter(({ hello }) => !helloPasses(filter, nameOf(host.host), hello))
      .map(({ client }) => dropped(cluster, host, client)),
  ),
  ...filter.names
    .filter((name) => !needed.some(({ host }) => host === name))
    .map((name) => unneeded(cluster, name)),
];

/**
 * Whatever a cluster asks for by TLS passes the firewall, as today's clients ask for it. A cluster without a firewall
 * is judged by another one's: it must not learn to need a name that production drops.
 */
export const hostRules = (fleet: Fleet, planned: readonly PlannedCluster[]): readonly Problem[] => {
  // One row for each name: the first reason is enough.
  const needed = [...new Map(neededHosts(fleet).map((one) => [one.host, one])).values()];
  const filters = planned.map(({ plan }) => nameFilterOf(plan));
  const [any] = filters.flatMap((one) => one ?? []);
  return planned.flatMap(({ cluster }, index) => {
    const filter = filters[index] ?? any;
    return filter === undefined ? [] : judged(cluster.id, filter, needed);
  });
};
