import type { AccessTable } from './access.ts';
import { clusters } from './clusters.ts';
import { databases } from './databases.ts';
import { delivery } from './delivery.ts';
import { edge } from './edge.ts';
import { filters } from './filters.ts';
import { guards } from './guards.ts';
import { identity } from './identity.ts';
import { links } from './links.ts';
import { messages } from './messages.ts';
import { network } from './network.ts';
import { buckets, keys, secrets } from './storage.ts';
import { telemetry } from './telemetry.ts';

/** Tables by the policy that holds their actions; IAM takes 6,144 characters in one policy. */
export const accessGroups = {
  network: [network, ...links],
  data: [buckets, keys, secrets, ...databases],
  edge: [...edge, ...filters],
  platform: [clusters, identity, ...delivery],
  telemetry: [...telemetry, ...messages],
  guards,
} as const satisfies Readonly<Record<string, readonly AccessTable[]>>;
