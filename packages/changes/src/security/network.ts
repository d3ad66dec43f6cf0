import { groupRulesOf, type NetworkPath, pathsOf, podPathsOf } from '@bizflow/proofs';
import { type At, inFile, inRoot } from '../at.ts';
import type { Change } from '../change.ts';
import { changedRoots } from '../difference/resources.ts';
import { type Found, rule } from '../effect.ts';

/** Paths that are opened or closed between machines, by the packet model. */
export const paths = rule('security/network-path', (change) => {
  if (!hasNetworkChange(change)) return [];
  return differing(pathsOf(change.before), pathsOf(change.after), inRoot);
});

const netTypes =
  /^aws_(?:vpc|subnet|security_group|network_acl|route|nat_gateway|internet_gateway|ec2_|networkfirewall|eks_cluster|db_instance|elasticache)/;

const hasNetworkChange = ({ resources }: Change): boolean =>
  resources.some(({ type }) => netTypes.test(type));

const policed: readonly string[] = ['NetworkPolicy', 'Namespace', 'GlobalNetworkPolicy', 'Tier'];

/** Paths that are opened or closed between pods, by the NetworkPolicies. */
export const podPaths = rule('security/pod-path', ({ before, after, objects }) => {
  const clusters = new Set(
    objects.filter(({ kind }) => policed.includes(kind)).map(({ place }) => place),
  );
  const isAsked = (cluster: string): boolean => clusters.has(cluster);
  return differing(podPathsOf(before, isAsked), podPathsOf(after, isAsked), (place) =>
    inFile(`gitops/${place}`),
  );
});

const differing = (
  before: readonly NetworkPath[],
  after: readonly NetworkPath[],
  at: (place: string) => At,
): readonly Found[] => {
  const keyOf = ({ at, port }: NetworkPath): string => `${at} ${port}`;
  const old = new Map(before.map((path) => [keyOf(path), path.open]));
  return after.flatMap((path) => {
    const was = old.get(keyOf(path));
    if (was === undefined || was === path.open) return [];
    const [place = '', ...ends] = path.at.split(' ');
    return [
      {
        place,
        to: `${ends.join(' ')}, ${path.port}`,
        does: path.open ? 'is opened' : 'is closed',
        at: at(place),
      },
    ];
  });
};

type GroupRules = ReturnType<typeof groupRulesOf>;

/** Rules of security groups that let more or less in or out, of whatever the packet model asks. */
export const groupRules = rule('security/group-rule', ({ before, after, resources }) => {
  if (changedRoots(before, after).length === 0 || resources.length === 0) return [];
  const [was, is] = [groupRulesOf(before), groupRulesOf(after)];
  return [
    ...only(is, was).map((one) => found(one, 'is allowed by a security group')),
    ...only(was, is).map((one) => found(one, 'is no longer allowed by a security group')),
  ];
});

const only = (of: GroupRules, other: GroupRules): GroupRules => {
  const known = new Set(other.map((one) => JSON.stringify(one)));
  return of.filter((one) => !known.has(JSON.stringify(one)));
};

const found = (one: GroupRules[number], does: string): Found => ({
  place: one.at,
  to: `${one.direction} of ${plain(one.group)}, ${ports(one)}, ${one.cidr ?? plain(one.peer ?? '')}`,
  does,
  at: inRoot(one.at),
});

const plain = (name: string): string => name.replace(/[‹›]/g, '').replace(/\.id$/, '');

const ports = ({ protocol, from, to }: GroupRules[number]): string =>
  protocol === '-1' ? 'everything' : `${protocol} ${from === to ? from : `${from}-${to}`}`;
