import { type Problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';

/** A host name of at least two labels (RFC 1123), without the last dot. */
const host = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * A zone is delegated from the zone above it, to the name servers that AWS assigned: Route 53 assigns four, and RFC 1034
 * asks for at least two.
 */
export const delegationRules = ({ environments, globalLayers }: DelegatingFleet) =>
  environments.flatMap(({ name, zone }): readonly Problem[] =>
    Object.entries(globalLayers[name]?.delegations ?? {}).flatMap(([below, servers]) => {
      const at = `foundation.globalLayers.${name}.delegations['${below}']`;
      return [
        ...unless(host.test(below) && below.endsWith(`.${zone}`), {
          code: 'DELEGATION_ZONE',
          at,
          value: below,
          reason: `is not below ${zone}, the zone of ${name}, which answers only for what is below it`,
          remedy: `name a zone that ends in .${zone}`,
        }),
        ...unless(new Set(servers).size >= 2 && servers.every((server) => host.test(server)), {
          code: 'DELEGATION_SERVERS',
          at,
          value: servers.join(', ') || 'empty',
          reason:
            'must be the host names of at least two different name servers, without a last dot',
          remedy: `write the four that the root of ${below} gives as its output name_servers`,
        }),
      ];
    }),
  );

type DelegatingFleet = Pick<Fleet, 'environments' | 'globalLayers'>;
