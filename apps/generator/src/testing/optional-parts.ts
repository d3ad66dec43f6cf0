import { clusters, type Fleet, fleetRules } from '@bizflow/config';
import { usual } from '@bizflow/config/testing';
import { isError, plan, used } from '../plan.ts';
import type { RenderedFile } from '../trees/rendered-tree.ts';

/** Facts that may be changed; the border where a copy of them becomes a fleet again. */
export type Draft = Pick<Fleet, 'foundations' | 'globalLayers' | 'cost'>;

/** Some facts with one thing changed. */
export const turned = (change: (draft: Draft) => unknown, facts: Fleet): Fleet => {
  const draft = structuredClone(facts);
  change(draft);
  return draft;
};

/** Networks at the other end of a line. */
export const onPremises = ['10.200.0.0/16'];

/** The files of a sound fleet. */
export const filesOf = (fleet: Fleet): readonly RenderedFile[] => {
  const [fault] = fleetRules(fleet).filter(isError);
  if (fault !== undefined) throw new RangeError(`${fault.code} ${fault.at}`);
  return plan(fleet, {}, used).files;
};

/** The fleet with every optional part off. */
export const off = turned(
  (d) => Object.assign(d.foundations.production, { networkFirewall: false }),
  usual,
);
/** What is rendered of it. */
export const filesWhenOff = filesOf(off);

/** Texts by their path. */
export const textsOf = (files: readonly RenderedFile[]) =>
  Object.fromEntries(files.map((file) => [file.path, file.text]));
const production = clusters(off).filter(({ environment }) => environment.name === 'production');
const places = production.length;
/** Regions that write to another one. */
export const writers = production.filter(
  ({ region }) => region.database.writer !== region.id,
).length;

/** The document's optional parts: what turns each on, and what it makes in all roots together. */
export const parts: readonly (readonly [
  name: string,
  on: (draft: Draft) => unknown,
  makes: Counts,
])[] = [
  [
    'Shield Advanced',
    (d) => Object.assign(d.globalLayers.production, { shieldAdvanced: true }),
    { aws_shield_subscription: 1, aws_shield_protection: 3 },
  ],
  [
    'Network Firewall',
    (d) => Object.assign(d.foundations.production, { networkFirewall: true }),
    {
      ...{ aws_networkfirewall_firewall: places, aws_networkfirewall_firewall_policy: places },
      aws_networkfirewall_rule_group: 2 * places,
      aws_networkfirewall_logging_configuration: places,
    },
  ],
  [
    'Direct Connect',
    (d) =>
      Object.assign(d.foundations.production, {
        directConnect: { amazonSideAsn: 65_000, onPremises },
      }),
    {
      ...{ aws_dx_gateway: 1, aws_dx_gateway_association: 1 },
      aws_ec2_transit_gateway_route_table_propagation: 1,
    },
  ],
  [
    'PrivateLink',
    (d) =>
      Object.assign(d.foundations.production, {
        clustersSynced: true,
        privateLink: { allowedPrincipals: ['arn:aws:iam::444455556666:root'] },
      }),
    {
      ...{ aws_vpc_endpoint_service: 1, aws_lb: 1, aws_lb_listener: 1, aws_lb_target_group: 1 },
      aws_lb_target_group_attachment: 1,
    },
  ],
  [
    'VPC peering',
    (d) => Object.assign(d.foundations.production, { vpcPeering: true }),
    { aws_vpc_peering_connection: writers, aws_vpc_peering_connection_accepter: writers },
  ],
];

type Counts = Readonly<Record<string, number>>;
