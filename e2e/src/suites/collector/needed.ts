import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { repository } from '../../harness/places.ts';
import type { Extracted } from './aws.ts';

/** A metric of applications that an alarm or a dashboard reads in CloudWatch. */
export interface Read {
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

const namespace = 'BizFlow';

/** What the alarms and dashboards of Terraform's rendered roots read of the collectors, each once. */
export function readInCloudWatch(): readonly Read[] {
  const roots = globSync('terraform/environments/**/observability.tf.json', { cwd: repository });
  const all = roots.flatMap((path) =>
    readsIn(JSON.parse(readFileSync(join(repository, path), 'utf8'))),
  );
  return [...new Map(all.map((read) => [JSON.stringify(read), read])).values()];
}

function readsIn(value: unknown): readonly Read[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    const [first, name, ...rest] = value;
    return first === namespace ? [line(`${name}`, rest)] : value.flatMap(readsIn);
  }
  if ('namespace' in value && value.namespace === namespace) {
    const { name, dimensions } = value as unknown as Read;
    return [{ name, dimensions }];
  }
  return Object.values(value).flatMap(readsIn);
}

// A line of a dashboard: names and values of dimensions in turn, then how it is drawn.
const line = (name: string, rest: readonly unknown[]): Read => {
  const words = rest.filter((word) => typeof word === 'string');
  const dimensions = words.flatMap((word, index) =>
    index % 2 === 0 ? [[word, words[index + 1] ?? ''] as const] : [],
  );
  return { name, dimensions: Object.fromEntries(dimensions) };
};

/** Whether a log event lets CloudWatch find it under these dimensions and no others. */
export const answers =
  ({ name, dimensions }: Read) =>
  (one: Extracted): boolean =>
    one.namespace === namespace &&
    one.name === name &&
    one.dimensions.toSorted().join() === Object.keys(dimensions).toSorted().join() &&
    Object.entries(dimensions).every(([key, value]) => one.values[key] === value);

/** Series that a canary's judge reads: each selector with the labels that it names. */
export function readInPrometheus({ files }: ClusterFolder): readonly (readonly string[])[] {
  const queries = files
    .filter(({ body }) => body.kind === 'AnalysisTemplate')
    .map(({ body }) => JSON.stringify(body.spec));
  const selectors = queries.flatMap((text) => [
    ...text
      .replace(/\{\{[^}]*\}\}/g, 'argument')
      .replaceAll('\\"', '"')
      .matchAll(/([a-z_]+_count)\{([^}]*)\}/g),
  ]);
  const read = selectors.map(([, name = '', labels = '']) => [
    name,
    ...[...labels.matchAll(/([a-z_]+)(?:=~|!~|!=|=)"/g)].map(([, label = '']) => label),
  ]);
  return [...new Map(read.map((one) => [one.join(), one])).values()];
}
