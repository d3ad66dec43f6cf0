import { basis, begins, ends, ways, withoutBasis } from './borders/crossings.ts';
import { addresses, connections, wcu } from './capacity/bounds.ts';
import { cost } from './capacity/cost.ts';
import { disruption, nodes, pods, quota, requests } from './capacity/pods.ts';
import { byHand } from './dangers/by-hand.ts';
import { emptied } from './dangers/emptied.ts';
import { unanswered, unresolved } from './dangers/hosts.ts';
import { refused } from './dangers/immutable.ts';
import { example } from './dangers/placeholders.ts';
import {
  application,
  finalizers,
  moved,
  orphaned,
  protection,
  pruned,
  prunedWhole,
} from './dangers/pruned.ts';
import { destroyed, replaced, replacedWith, store, unlocked } from './dangers/replaced.ts';
import { rightsFirst } from './dangers/rights.ts';
import { provider, state, version } from './dangers/root-files.ts';
import { order, removed } from './dangers/roots.ts';
import { imagePolicy, scanGate } from './dangers/scan-gate.ts';
import { deadlock } from './dangers/waves.ts';
import { copyBegins, copyEnds } from './data/copies.ts';
import { added, backedUp, deleted, kept, protectedBy } from './data/stores.ts';
import type { Rule } from './effect.ts';
import { access, answers, fallback, residency } from './people/people.ts';
import { configuration, judge, wave } from './release/configuration.ts';
import { delivery, runs, traffic } from './release/delivery.ts';
import { health } from './release/health.ts';
import { image } from './release/images.ts';
import { arrival, canary, controller, departure, policy, restart } from './release/releases.ts';
import { admitted, projects, rights } from './security/cluster.ts';
import { entry, firewall, identity, packets } from './security/entry.ts';
import { groupRules, paths, podPaths } from './security/network.ts';
import { gained, lost } from './security/permissions.ts';
import { requests as policyRequests, secrets, trust } from './security/policies.ts';
import { unasked, verdicts } from './security/waf.ts';

/** Every rule, kind by kind. */
export const rules: readonly Rule[] = [
  ...[
    refused,
    emptied,
    prunedWhole,
    pruned,
    orphaned,
    application,
    finalizers,
    protection,
    moved,
    unanswered,
    unresolved,
  ],
  ...[
    state,
    provider,
    version,
    store,
    replaced,
    replacedWith,
    destroyed,
    unlocked,
    deadlock,
    order,
    removed,
    rightsFirst,
    scanGate,
    example,
    byHand,
  ],
  ...[answers, fallback, residency, access],
  ...[withoutBasis, begins, ends, basis, ways],
  ...[deleted, added, kept, protectedBy, backedUp, copyBegins, copyEnds],
  ...[
    gained,
    lost,
    policyRequests,
    trust,
    paths,
    podPaths,
    groupRules,
    admitted,
    projects,
    rights,
    verdicts,
    unasked,
    ...[entry, packets, firewall, identity],
    secrets,
    imagePolicy,
  ],
  ...[canary, arrival, departure, policy, restart, controller, image, configuration, wave, judge],
  ...[health, traffic, delivery, runs],
  ...[pods, disruption, requests, quota, nodes, addresses, connections, wcu, cost],
];
