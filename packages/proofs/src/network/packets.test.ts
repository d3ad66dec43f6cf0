import { dataPorts } from '@bizflow/config/network';
import type { Plan, Values } from '@bizflow/terraform-plan';
import { describe, expect, it } from 'vitest';
import { ownClusters } from '../../testing/clusters.ts';
import type { End } from './connection.ts';
import { type Ends, endsOf } from './ends.ts';
import { refusal } from './packet.ts';

type Name = keyof Ends;
type Row = readonly [from: Name, to: Name, port: number];

const { database, redis } = dataPorts;

const goes: readonly Row[] = [
  ['internet', 'loadBalancer', 443],
  ['loadBalancer', 'pod', 3000],
  ['pod', 'pod', 3000],
  ['pod', 'internet', 443],
  ['fargate', 'internet', 443],
  ['pod', 'endpoint', 443],
  ['fargate', 'endpoint', 443],
  ['fargate', 'pod', 53],
];

const reachesData: readonly Row[] = [
  ['pod', 'database', database],
  ['fargate', 'database', database],
  ['pod', 'redis', redis],
  ['fargate', 'redis', redis],
];

const refused: readonly Row[] = [
  ['internet', 'database', database],
  ['internet', 'redis', redis],
  ['internet', 'pod', 3000],
  ['internet', 'fargate', 3000],
  ['internet', 'loadBalancer', 22],
  ['loadBalancer', 'database', database],
  ['loadBalancer', 'redis', redis],
  ['loadBalancer', 'pod', 22],
  ['pod', 'database', 22],
  ['database', 'internet', 443],
  ['redis', 'internet', 443],
  ['database', 'pod', 3000],
  ['fargate', 'pod', 22],
];

const ask = (from: End, to: End, port: number): string | undefined =>
  refusal({ from, to, protocol: 'tcp', port });

describe.each(ownClusters)('in $cluster.id', ({ cluster, plan }) => {
  const ends = endsOf(plan, cluster);

  it.each([...goes, ...reachesData])(
    '%s reaches %s at %i, and the answer comes back',
    (from, to, port) => {
      expect(ask(ends[from], ends[to], port)).toBeUndefined();
    },
  );

  it.each(refused)('%s does not reach %s at %i', (from, to, port) => {
    expect(ask(ends[from], ends[to], port)).toBeTypeOf('string');
  });

  it('only a region that writes there reaches the database, and it is kept by a written exception', () => {
    for (const other of ownClusters.filter((one) => one.cluster.id !== cluster.id)) {
      const isReader =
        other.cluster.environment.name === cluster.environment.name &&
        other.cluster.region.database.writer === cluster.region.id;
      if (isReader) continue;
      const there = endsOf(other.plan, other.cluster);
      expect(ask(there.pod, ends.database, database), other.cluster.id).toBeTypeOf('string');
      expect(ask(there.fargate, ends.redis, redis), other.cluster.id).toBeTypeOf('string');
      expect(ask(there.pod, ends.pod, 3000), other.cluster.id).toBeTypeOf('string');
    }
  });
});

describe('between regions', () => {
  const readers = ownClusters.flatMap(({ cluster, plan }) =>
    ownClusters
      .filter(
        (other) =>
          other.cluster.environment.name === cluster.environment.name &&
          other.cluster.region.id !== cluster.region.id &&
          other.cluster.region.id === cluster.region.database.writer,
      )
      .map((writer) => ({ from: endsOf(plan, cluster), to: endsOf(writer.plan, writer.cluster) })),
  );

  it('a region without a writer of its own reaches the writer, and nothing else there', () => {
    expect(readers).toHaveLength(1);
    for (const { from, to } of readers) {
      expect(ask(from.pod, to.database, database)).toBeUndefined();
      expect(ask(from.fargate, to.database, database)).toBeUndefined();
      // A secondary of a Global Datastore only reads (ElastiCache user guide), so writes go there too.
      expect(ask(from.pod, to.redis, redis)).toBeUndefined();
      expect(ask(from.pod, to.pod, 3000)).toBeTypeOf('string');
      expect(ask(to.pod, from.database, database)).toBeTypeOf('string');
      expect(ask(from.loadBalancer, to.database, database)).toBeTypeOf('string');
    }
  });
});

describe('a planted fault', () => {
  // Staging's public subnets lead to the Internet without a firewall between.
  const first = ownClusters.find(({ cluster: { environment } }) => environment.name === 'staging');
  if (first === undefined) throw new RangeError('there is no cluster');
  const { cluster, plan } = first;

  type Change = (values: Values, address: string) => Values | undefined;
  const changed = (type: RegExp, change: Change): Ends => {
    const resources = plan.resources.flatMap((one) => {
      if (!type.test(one.type)) return one;
      const values = change(one.values, one.address);
      return values === undefined ? [] : { ...one, values };
    });
    const faulty: Plan = { ...plan, resources };
    return endsOf(faulty, cluster);
  };
  const lines = (values: Values, direction: string) => values[direction] as readonly Values[];
  const without = (tier: string, direction: string, isGone: (line: Values) => boolean) =>
    changed(/^aws_network_acl$/, (values, address) =>
      address.includes(`"${tier}"`)
        ? { ...values, [direction]: lines(values, direction).filter((line) => !isGone(line)) }
        : values,
    );
  const isEphemeral = ({ from_port: from }: Values): boolean => from === 1024;

  it.each<[what: string, ends: Ends, row: Row, why: RegExp]>([
    [
      "no answers out of the pods' subnets",
      without('private', 'egress', () => true),
      ['loadBalancer', 'pod', 3000],
      /the answer: egress filter/,
    ],
    [
      'no answers into the public subnets',
      without('public', 'ingress', isEphemeral),
      ['loadBalancer', 'pod', 3000],
      /the answer: ingress filter of .*public/,
    ],
    [
      'no HTTPS into the public subnets',
      without('public', 'ingress', ({ from_port: from }) => from === 443),
      ['internet', 'loadBalancer', 443],
      /ingress filter of .*public/,
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
      ['pod', 'endpoint', 443],
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
      /^ingress filter of .*private/,
    ],
  ])('%s is told with its place', (_, ends, [from, to, port], why) => {
    expect(ask(ends[from], ends[to], port)).toMatch(why);
  });

  it('that opens a database to the world still leaves the Internet without a way', () => {
    const open = changed(/^aws_(network_acl|vpc_security_group_ingress_rule)$/, (values) => ({
      ...values,
      ...(values.subnet_ids === undefined
        ? { cidr_ipv4: '0.0.0.0/0', from_port: 0, to_port: 65_535, ip_protocol: '-1' }
        : { ingress: [{ rule_no: 1, action: 'allow', protocol: '-1', cidr_block: '0.0.0.0/0' }] }),
    }));
    const anyone = { ...open.database, groups: open.endpoint.groups };
    expect(ask(open.internet, anyone, database)).toMatch(/no way from the Internet/);
    const routed = { ...anyone, network: withRoutes(open.database) };
    expect(ask(open.internet, routed, database)).toMatch(/the answer: egress filter/);
  });
});

const withRoutes = ({ network }: End): End['network'] =>
  network && {
    ...network,
    subnets: network.subnets.map((one) => ({
      ...one,
      routes: [{ cidr: '0.0.0.0/0', target: 'gateway_id' }],
    })),
  };
