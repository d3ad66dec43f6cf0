import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataPorts, neededConnections } from '@bizflow/config/network';
import type { Values } from '@bizflow/terraform-plan';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';
import { type Change, changedPlan, withPlan } from '../../testing/planted.ts';
import { own } from '../../testing/repository.ts';
import type { Endpoint } from './connection.ts';
import { type Endpoints, endpointsOf } from './endpoints.ts';
import { expectedConnections } from './expected-connections.ts';
import { refusal } from './packet.ts';
import { packets } from './packets.ts';

/** What the inventory of a chart says of an object, where it matters here. */
interface Rendered {
  readonly objects: readonly {
    readonly kind: string;
    readonly name: string;
    readonly selects?: string;
    readonly service?: { readonly name: string };
    readonly webhooks?: readonly { readonly service?: { readonly name: string } }[];
    readonly pod?: { readonly containers: readonly { readonly ports?: readonly number[] }[] };
  }[];
}

type Row = readonly [from: keyof Endpoints, to: keyof Endpoints, port: number];

const { database } = dataPorts;

const ask = (from: Endpoint, to: Endpoint, port: number): string | undefined =>
  refusal({ from, to, protocol: 'tcp', port });

describe('packets in the rendered fleet', () => {
  it('reach what they must, and nothing else', () => {
    expect(packets(own)).toMatchObject({ proof: 'packets', holds: true });
  });

  it('are asked for in every cluster, and from each to every other one', () => {
    const expected = expectedConnections(own);
    const ids = own.planned.map(({ cluster }) => cluster.id);
    for (const id of ids) {
      const own = expected.filter(({ at }) => at.startsWith(`${id} `));
      expect(own.filter(({ opens }) => opens).length, id).toBeGreaterThan(10);
      for (const other of ids.filter((one) => one !== id)) {
        expect(
          own.some(({ at }) => at.includes(`-> ${other} `)),
          `${id} ${other}`,
        ).toBe(true);
      }
    }
  });

  it('reach a writer from each region that has none, with its two databases', () => {
    const across = expectedConnections(own).filter(
      ({ at, opens }) => opens && at.split(' -> ')[1]?.includes('/'),
    );
    const expected = own.planned.flatMap(({ cluster: { id, environment, region } }) => {
      const to = `${environment.name}/${region.database.writer}`;
      if (to === id) return [];
      return [
        `${id} pod -> ${to} database`,
        `${id} fargate -> ${to} database`,
        `${id} pod -> ${to} redis`,
      ];
    });
    expect(across.map((one) => one.at)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });
});

describe('what others call', () => {
  const charts: Readonly<Record<string, { readonly rendered: readonly Rendered[] }>> = JSON.parse(
    readFileSync(join(repository, 'charts.lock.json'), 'utf8'),
  );
  const objects = Object.values(charts).flatMap(({ rendered }) => rendered[0]?.objects ?? []);
  const services = objects.flatMap(({ service, webhooks = [] }) =>
    [service, ...webhooks.map((one) => one.service)].flatMap((one) => one?.name ?? []),
  );

  it.each([...new Set(services)])('%s is on the list with a port of its pods', (name) => {
    const selected = objects.find((one) => one.kind === 'Service' && one.name === name)?.selects;
    const open = objects
      .filter((one) => one.pod !== undefined && one.name === selected)
      .flatMap(({ pod }) => pod?.containers.flatMap(({ ports = [] }) => ports) ?? []);
    const listed = neededConnections
      .filter(({ from, to }) => from === 'controlPlane' && to === 'pod')
      .map(({ port }) => port);
    expect(listed.filter((port) => open.includes(port)).length).toBeGreaterThan(0);
  });

  it.each([
    ['argo-cd-argocd-server', 'internalBalancer'],
    ['argo-cd-argocd-repo-server', 'pod'],
    ['argo-cd-argocd-redis', 'pod'],
  ])('%s is on the list, called by %s with a port of its pods', (name, caller) => {
    const open = objects
      .filter((one) => one.pod !== undefined && one.name === name)
      .flatMap(({ pod }) => pod?.containers.flatMap(({ ports = [] }) => ports) ?? []);
    const listed = neededConnections.filter(({ from, to }) => from === caller && to === 'pod');
    expect(listed.filter(({ port }) => open.includes(port)).length).toBeGreaterThan(0);
  });
});

describe('a planted fault', () => {
  // Staging's public subnets lead to the Internet without a firewall between.
  const first = own.planned.find(({ cluster: { environment } }) => environment.name === 'staging');
  if (first === undefined) throw new RangeError('there is no cluster');
  const { cluster, plan } = first;

  const changed = (type: RegExp, change: Change): Endpoints =>
    endpointsOf(changedPlan(plan, type, change), cluster);
  const lines = (values: Values, direction: string) => values[direction] as readonly Values[];
  const without = (tier: string, direction: string, isGone: (line: Values) => boolean) =>
    changed(/^aws_network_acl$/, (values, address) =>
      address.includes(`"${tier}"`)
        ? { ...values, [direction]: lines(values, direction).filter((line) => !isGone(line)) }
        : values,
    );
  const isEphemeral = ({ from_port: from }: Values): boolean => from === 1024;

  it.each<[what: string, endpoints: Endpoints, row: Row, why: RegExp]>([
    [
      "no answers out of the pods' subnets",
      without('private', 'egress', () => true),
      ['loadBalancer', 'pod', 3000],
      /the answer: the egress rules of the network ACL/,
    ],
    [
      'no answers into the public subnets',
      without('public', 'ingress', isEphemeral),
      ['loadBalancer', 'pod', 3000],
      /the answer: the ingress rules of the network ACL of .*public/,
    ],
    [
      'no HTTPS into the public subnets',
      without('public', 'ingress', ({ from_port: from }) => from === 443),
      ['internet', 'loadBalancer', 443],
      /ingress rules of the network ACL of .*public/,
    ],
    [
      'no group that lets load balancers in',
      changed(/^aws_vpc_security_group_ingress_rule$/, (values, address) =>
        address.includes('callers') ? undefined : values,
      ),
      ['loadBalancer', 'pod', 3000],
      /no ingress rule/,
    ],
    [
      'no route to the NAT gateways',
      changed(/^aws_route$/, (values) =>
        values.nat_gateway_id === undefined ? values : undefined,
      ),
      ['pod', 'internet', 443],
      /no route from .*private/,
    ],
    [
      'no rule for the kubelet of Fargate pods',
      changed(/^aws_vpc_security_group_ingress_rule$/, (values, address) =>
        address.includes('fargate_kubelet') ? undefined : values,
      ),
      ['pod', 'fargate', 10_250],
      /no ingress rule/,
    ],
    [
      'nothing for Fargate pods but what their service reaches',
      changed(/^aws_vpc_security_group_egress_rule$/, (values, address) =>
        /fargate"?\[|fargate_to_s3/.test(address) ? undefined : values,
      ),
      ['fargate', 's3', 443],
      /no egress rule/,
    ],
    [
      'no gateway endpoint and no route to the NAT gateways',
      endpointsOf(
        changedPlan(
          changedPlan(plan, /^aws_vpc_endpoint$/, () => undefined),
          /^aws_route$/,
          (values) => (values.nat_gateway_id === undefined ? values : undefined),
        ),
        cluster,
      ),
      ['node', 's3', 443],
      /no route from .*private/,
    ],
    [
      'no group of the cluster on the interfaces of the control plane',
      changed(/^aws_eks_cluster$/, () => undefined),
      ['controlPlane', 'pod', 9443],
      /no (in|e)gress rule/,
    ],
    [
      'no egress of Fargate',
      changed(/^aws_vpc_security_group_egress_rule$/, () => undefined),
      ['fargate', 'internet', 443],
      /no egress rule/,
    ],
    [
      'no rule for endpoints',
      changed(/^aws_vpc_security_group_ingress_rule$/, (values, address) =>
        address.includes('endpoints') ? undefined : values,
      ),
      ['pod', 'vpcEndpoint', 443],
      /no ingress rule/,
    ],
    [
      'a filter that refuses before it allows',
      changed(/^aws_network_acl$/, (values) => ({
        ...values,
        ingress: [
          {
            rule_no: 1,
            action: 'deny',
            protocol: '-1',
            cidr_block: '0.0.0.0/0',
            from_port: 0,
            to_port: 0,
          },
          ...lines(values, 'ingress'),
        ],
      })),
      ['loadBalancer', 'pod', 3000],
      /^the ingress rules of the network ACL of .*private/,
    ],
  ])('%s is told with its place', (_, endpoints, [from, to, port], why) => {
    expect(ask(endpoints[from], endpoints[to], port)).toMatch(why);
  });

  // A rule for each subnet is one rule here: an endpoint is in one subnet of its tier.
  const ruleOf = (address: string): string => address.replace(/\["[\d./-]+"\]$/, '');
  const rules = plan.resources
    .filter(({ type, address }) => /_(in|e)gress_rule$/.test(type) && /\.eks\./.test(address))
    .map(({ address }) => ruleOf(address))
    // Allowed twice: private subnets may call the API, and this fleet's Fargate service the whole Internet.
    .filter((address) => !/\["api"\]$|fargate_to_s3$/.test(address));

  it.each([...new Set(rules)])('%s, gone, is told', (gone) => {
    const faulty = withPlan(own, plan.root, (one) =>
      changedPlan(one, /_(in|e)gress_rule$/, (values, address) =>
        ruleOf(address) === gone ? undefined : values,
      ),
    );
    const told = packets(faulty);
    expect(told.holds ? [] : told.counterExamples.map(({ code }) => code)).toContain(
      'CONNECTION_STOPPED',
    );
  });

  it('is told by the proof, with the cluster and both endpoints', () => {
    const faulty = withPlan(own, plan.root, (one) =>
      changedPlan(one, /^aws_route$/, (values) =>
        values.nat_gateway_id === undefined ? values : undefined,
      ),
    );
    const told = packets(faulty);
    expect(told).toMatchObject({
      holds: false,
      counterExamples: [
        {
          code: 'CONNECTION_STOPPED',
          at: `${cluster.id} pod -> internet`,
          value: 'port 443',
          reason: expect.stringMatching(/no route from .*private/),
        },
        { code: 'CONNECTION_STOPPED', at: `${cluster.id} fargate -> internet` },
        { code: 'CONNECTION_STOPPED', at: `${cluster.id} node -> internet` },
      ],
    });
  });

  it('that allows every source is reported as open', () => {
    const faulty = withPlan(own, plan.root, (one) =>
      changedPlan(one, /^aws_(network_acl|vpc_security_group_ingress_rule)$/, (values) =>
        values.subnet_ids === undefined
          ? { ...values, cidr_ipv4: '0.0.0.0/0', from_port: 0, to_port: 65_535, ip_protocol: '-1' }
          : { ...values, ...everything },
      ),
    );
    const told = packets(faulty);
    expect(told.holds ? [] : told.counterExamples.map(({ code, at }) => `${code} ${at}`)).toContain(
      `CONNECTION_OPEN ${cluster.id} loadBalancer -> database`,
    );
  });

  it('that opens a database to the world still leaves the Internet without a way', () => {
    const open = changed(/^aws_(network_acl|vpc_security_group_ingress_rule)$/, (values) => ({
      ...values,
      ...(values.subnet_ids === undefined
        ? { cidr_ipv4: '0.0.0.0/0', from_port: 0, to_port: 65_535, ip_protocol: '-1' }
        : { ingress: [{ rule_no: 1, action: 'allow', protocol: '-1', cidr_block: '0.0.0.0/0' }] }),
    }));
    const anyone = { ...open.database, groups: open.vpcEndpoint.groups };
    expect(ask(open.internet, anyone, database)).toMatch(/no route from the Internet/);
    const routed = { ...anyone, network: withRoutes(open.database) };
    expect(ask(open.internet, routed, database)).toMatch(
      /the answer: the egress rules of the network ACL/,
    );
  });
});

const line = { rule_no: 1, action: 'allow', protocol: '-1', cidr_block: '0.0.0.0/0' };
const everything = { ingress: [line], egress: [line] };

const withRoutes = ({ network }: Endpoint): Endpoint['network'] =>
  network && {
    ...network,
    subnets: network.subnets.map((one) => ({
      ...one,
      routes: [{ cidr: '0.0.0.0/0', target: 'gateway_id' }],
    })),
  };
