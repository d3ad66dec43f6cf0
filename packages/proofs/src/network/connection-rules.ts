import { type Problem, problem } from '@bizflow/kernel';
import type { ExpectedConnection } from './expected-connections.ts';
import { refusal } from './packet.ts';

/** What must be possible works in both directions, and what must not is blocked somewhere. */
export const connectionRules = (expected: readonly ExpectedConnection[]): readonly Problem[] =>
  expected.flatMap(({ at, opens, ...connection }) => {
    const stopped = refusal(connection);
    if (opens === (stopped === undefined)) return [];
    const value = `port ${connection.port}${connection.protocol === 'udp' ? ' of UDP' : ''}`;
    return opens
      ? problem({
          code: 'CONNECTION_STOPPED',
          at,
          value,
          reason: `must be allowed, but is blocked: ${stopped}`,
          remedy: "check the network ACLs, routes and security groups of the cluster's root",
        })
      : problem({
          code: 'CONNECTION_OPEN',
          at,
          value,
          reason: 'must be blocked, but no network ACL, route or security group blocks it',
          remedy: "check what the last change of the cluster's root allowed",
        });
  });
