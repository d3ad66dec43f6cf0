import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { connectionRules } from './connection-rules.ts';
import { expectedConnections } from './expected-connections.ts';
import { firewallRules } from './firewall-rules.ts';
import { hostRules } from './host-rules.ts';
import { policyRules } from './policies/policy-rules.ts';

/** Packets reach what they must, and nothing else. */
export const packets = ({ fleet, plans, planned, manifests }: RenderedFleet): Proof => {
  const expected = expectedConnections({ plans, planned });
  const lineFor = (id: string): string => {
    const own = expected.filter(({ at }) => at.startsWith(`${id} `));
    const open = own.filter(({ opens }) => opens).length;
    return `${id}: ${open} connections work in both directions, ${own.length - open} are blocked`;
  };
  return proofOf('packets', 'packets reach what they must, and nothing else', {
    problems: [
      ...connectionRules(expected),
      ...policyRules(fleet, planned, manifests),
      ...firewallRules(fleet, planned),
      ...hostRules(fleet, planned),
    ],
    witness: planned.map(({ cluster }) => lineFor(cluster.id)),
  });
};
