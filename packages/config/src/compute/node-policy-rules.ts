import { type Problem, unless } from '@bizflow/kernel';
import { hoursInWords, intervalHours } from '../release/recurrence.ts';
import { nodePolicy } from './nodes.ts';
import { priorities } from './priorities.ts';

/** The policy of nodes, as rules see it: any text and number. */
export type NodePolicy = {
  readonly [K in keyof typeof nodePolicy]: (typeof nodePolicy)[K] extends string
    ? string
    : (typeof nodePolicy)[K] extends number
      ? number
      : (typeof nodePolicy)[K];
};

const file = 'packages/config/src/compute/nodes.ts';
const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** The seconds of a duration such as 30s, 5m or 504h; NaN of anything else. */
export const secondsOf = (duration: string): number =>
  Number.parseInt(duration, 10) * (seconds[duration.slice(-1)] ?? Number.NaN);

/** Nodes start, are replaced in time, and are quiet only for a while. */
export const nodePolicyRules = (policy: NodePolicy = nodePolicy): readonly Problem[] => [
  ...start(policy),
  ...before(policy, 'consolidateAfter', policy.expireAfter, 'a node would expire before'),
  ...before(
    policy,
    'terminationGracePeriod',
    policy.expireAfter,
    'a node would leave for longer than it is there',
  ),
  ...quiet(policy),
];

const start = ({ ami, diskType, disruptedAtOnce }: NodePolicy): readonly Problem[] => [
  ...unless(/^bottlerocket@v\d+\.\d+\.\d+$/.test(ami), {
    code: 'NODE_AMI',
    at: 'compute.nodePolicy.ami',
    value: ami,
    reason:
      'is not a pinned Bottlerocket: nodes of one pool would differ, or lack the settings for it',
    remedy: `write bottlerocket@ and a version in ${file}`,
  }),
  ...unless(diskType === 'gp3', {
    code: 'NODE_DISK_TYPE',
    at: 'compute.nodePolicy.diskType',
    value: diskType,
    reason: 'is not gp3, whose price the estimate counts with',
    remedy: 'write gp3',
  }),
  ...unless(disruptedAtOnce !== '0%', {
    code: 'NODE_NEVER_REPLACED',
    at: 'compute.nodePolicy.disruptedAtOnce',
    value: disruptedAtOnce,
    reason: 'lets Karpenter replace no node at all, so that a new AMI reaches none',
    remedy: 'choose 1% or more',
  }),
];

const before = (
  policy: NodePolicy,
  field: 'consolidateAfter' | 'terminationGracePeriod',
  limit: string,
  otherwise: string,
): readonly Problem[] =>
  unless(!(secondsOf(policy[field]) >= secondsOf(limit)), {
    code: 'NODE_TIMES',
    at: `compute.nodePolicy.${field}`,
    value: policy[field],
    reason: `must be less than ${limit}, expireAfter: ${otherwise}`,
    remedy: 'choose a shorter time',
  });

const quiet = ({ quietHours: { schedule, duration } }: NodePolicy): readonly Problem[] => {
  const interval = intervalHours(schedule) ?? Number.POSITIVE_INFINITY;
  return unless(!(secondsOf(duration) >= 3600 * interval), {
    code: 'NODE_ALWAYS_QUIET',
    at: 'compute.nodePolicy.quietHours.duration',
    value: duration,
    reason: `lasts until the next quiet hours begin, ${hoursInWords(interval)} later: nodes would never be consolidated`,
    remedy: 'choose a shorter time',
  });
};

/** Priorities have names of their own, not Kubernetes', and fall from the first to the last. */
export const priorityRules = (
  all: readonly { readonly name: string; readonly value: number }[] = priorities,
): readonly Problem[] =>
  all.flatMap(({ name, value }, index) => [
    ...unless(
      all.findIndex((other) => other.name === name) === index && !name.startsWith('system-'),
      {
        code: 'PRIORITY_NAME',
        at: `compute.priorities[${index}].name`,
        value: name,
        reason:
          'is the name of another priority, or begins with system-, which Kubernetes reserves',
        remedy: 'give each priority its own name',
      },
    ),
    ...unless(!(value >= (all[index - 1]?.value ?? Number.POSITIVE_INFINITY)), {
      code: 'PRIORITY_ORDER',
      at: `compute.priorities[${index}].value`,
      value,
      reason: `must be < ${all[index - 1]?.value}, the priority before it: the highest come first`,
      remedy: 'choose a lower value',
    }),
  ]);
