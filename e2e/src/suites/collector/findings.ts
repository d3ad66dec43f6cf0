import type { ClusterFolder } from '../../fleet/folders.ts';
import { E2eError } from '../../harness/e2e-error.ts';
import type { Aws } from './aws.ts';
import { answers, readInCloudWatch, readInPrometheus } from './needed.ts';
import { podHash } from './sender.ts';
import { type Kind, sent, traces } from './spans.ts';

/** What is to become of each kind of trace. */
export const sentences: Readonly<Record<Kind, string>> = {
  usual: '5 % of usual traces are kept',
  failed: 'all failed traces are kept',
  'server error': 'all traces with a server error are kept',
  slow: 'all traces above 2 s are kept',
  'just in time': '5 % of traces below 2 s are kept',
};

// Four standard deviations of a share of 5 %; the ids are the same in every run, so the share is too.
const within = (count: number): readonly [number, number] => {
  const spread = 4 * Math.sqrt(count * 0.05 * 0.95);
  return [0.05 * count - spread, 0.05 * count + spread];
};

/** Problems of the share of a kind that arrived. */
export function kept(cloud: Aws, kind: Kind): readonly string[] {
  const count = traces.filter((one) => one.kind === kind && cloud.traces.has(one.id)).length;
  const isShare = kind === 'usual' || kind === 'just in time';
  const [least, most] = isShare ? within(sent[kind]) : [sent[kind], sent[kind]];
  return count >= least && count <= most ? [] : [`${count} of ${sent[kind]} arrived`];
}

// A reader that finds nothing to read would agree with everything.
const all = <T>(found: readonly T[]): readonly T[] => {
  if (found.length === 0) throw new E2eError('nothing is read of the collectors');
  return found;
};

/** Metrics that are read in CloudWatch and never arrived there, under the dimensions that are asked for. */
export const unread = ({ extracted }: Aws): readonly string[] =>
  all(readInCloudWatch())
    .filter((read) => !extracted.some(answers(read)))
    .map(({ name, dimensions }) => `${name} ${JSON.stringify(dimensions)}`);

/** Series that the judge reads and that lack a label, or the version of their pod. */
export const lacking = ({ series }: Aws, folder: ClusterFolder): readonly string[] =>
  all(readInPrometheus(folder))
    .filter(
      ([name, ...labels]) =>
        !series.some(
          (one) =>
            one.__name__ === name &&
            one.rollouts_pod_template_hash === podHash &&
            labels.every((label) => one[label] !== undefined),
        ),
    )
    .map((labels) => labels.join(' '));
