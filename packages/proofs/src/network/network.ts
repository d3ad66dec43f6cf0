import {
  bodies,
  isList,
  ofType,
  type Plan,
  type Resource,
  unknown,
  type Value,
  type Values,
} from '@bizflow/terraform-plan';
import { hosts } from './hosts.ts';
import type { Acl, AclRule, GroupRule, Network, Route } from './model.ts';

const idOf = ({ address }: Resource): string => unknown(`${address}.id`);
const text = (value: Value | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
const number = (value: Value | undefined): number => (typeof value === 'number' ? value : -1);

/** Reads the VPC of a plan with its filters, routes and groups. */
export const networkOf = (plan: Plan): Network => {
  const acls = ofType(plan, 'aws_network_acl');
  const routes = ofType(plan, 'aws_route');
  const associations = ofType(plan, 'aws_route_table_association');
  const tablesOf = (subnet: string) =>
    associations
      .filter(({ values }) => values.subnet_id === subnet)
      .map(({ values }) => values.route_table_id);
  return {
    root: plan.root,
    vpc: text(ofType(plan, 'aws_vpc')[0]?.values.cidr_block) ?? '',
    subnets: ofType(plan, 'aws_subnet').map((subnet) => {
      const id = idOf(subnet);
      const acl = acls.find(
        ({ values }) => isList(values.subnet_ids) && values.subnet_ids.includes(id),
      );
      return {
        id,
        address: subnet.address,
        cidr: text(subnet.values.cidr_block) ?? '',
        acl: acl === undefined ? undefined : aclOf(acl.values),
        routes: [
          ...routes
            .filter(({ values }) => tablesOf(id).includes(values.route_table_id ?? null))
            .flatMap(({ values }) => routeOf(values)),
          ...ofType(plan, 'aws_vpc_endpoint')
            .filter(({ values: { route_table_ids: own } }) => {
              return isList(own) && own.some((table) => tablesOf(id).includes(table));
            })
            .map(() => toS3),
        ],
      };
    }),
    natSubnets: ofType(plan, 'aws_nat_gateway').flatMap(
      ({ values }) => text(values.subnet_id) ?? [],
    ),
    rules: groupRulesIn(plan),
  };
};

const groupRulesIn = (plan: Plan) => [
  ...ofType(plan, 'aws_vpc_security_group_ingress_rule').map(({ values }) =>
    rule('ingress', values),
  ),
  ...ofType(plan, 'aws_vpc_security_group_egress_rule').map(({ values }) => rule('egress', values)),
  ...ofType(plan, 'aws_eks_cluster').flatMap(clusterRules),
];

const aclOf = (values: Values): Acl => {
  const lines = (value: Value | undefined): readonly AclRule[] =>
    bodies(value)
      .map((line) => ({
        number: number(line.rule_no),
        allows: line.action === 'allow',
        protocol: text(line.protocol) ?? '-1',
        cidr: text(line.cidr_block) ?? '',
        from: number(line.from_port),
        to: number(line.to_port),
      }))
      .toSorted((one, other) => one.number - other.number);
  return { ingress: lines(values.ingress), egress: lines(values.egress) };
};

/** What a gateway endpoint writes into the tables of its subnets, for the addresses of S3. */
const toS3: Route = { cidr: `${hosts.s3}/32`, target: 'gateway_endpoint' };

const targets = [
  'gateway_id',
  'nat_gateway_id',
  'transit_gateway_id',
  'vpc_endpoint_id',
  'vpc_peering_connection_id',
] as const;

const routeOf = (values: Values): readonly Route[] =>
  targets
    .filter((name) => values[name] !== undefined)
    .map((target) => ({ cidr: text(values.destination_cidr_block) ?? '', target }));

const rule = (direction: GroupRule['direction'], values: Values): GroupRule => ({
  direction,
  group: text(values.security_group_id) ?? '',
  protocol: text(values.ip_protocol) ?? '-1',
  from: number(values.from_port),
  to: number(values.to_port),
  cidr: text(values.cidr_ipv4),
  peer: text(values.referenced_security_group_id) ?? text(values.prefix_list_id),
});

/** The group that EKS makes for a cluster: all within it, and all out (EKS user guide). */
export const clusterGroup = ({ address }: Pick<Resource, 'address'>): string =>
  unknown(`${address}.vpc_config[0].cluster_security_group_id`);

const clusterRules = (cluster: Resource): readonly GroupRule[] => {
  const group = clusterGroup(cluster);
  const all = { group, protocol: '-1', from: -1, to: -1 };
  return [
    { ...all, direction: 'ingress', cidr: undefined, peer: group },
    { ...all, direction: 'egress', cidr: '0.0.0.0/0', peer: undefined },
  ];
};
