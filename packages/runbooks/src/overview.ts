import type { Fleet } from '@bizflow/config';
import { heads, row } from './markdown-parts.ts';
import type { Loss, Runbook } from './runbook.ts';

const losses: readonly (readonly [loss: Loss, what: string])[] = [
  ['region', 'the whole region'],
  ['database', 'the database'],
  ['redis', 'Redis'],
  ['cluster', 'the EKS cluster'],
  ['objects', 'the objects in S3'],
];

/** The first page in an emergency: what is lost, in which region, and which page to follow. */
export const overview = (
  runbooks: readonly Runbook[],
  { moves, failedOver }: Pick<Fleet, 'moves' | 'failedOver'>,
): string => {
  const places = [...new Set(runbooks.map(({ cluster }) => cluster))].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const cell = (loss: Loss, place: Runbook['cluster']): string => {
    const runbook = runbooks.find((one) => one.cluster === place && one.loss === loss);
    return runbook === undefined ? '' : `[${outcome(runbook)}](${place.region.id}/${loss}.md)`;
  };
  return [
    '# Runbooks',
    '',
    'Next to each page is a script with the same steps. It asks for confirmation before it changes anything, and keeps a log.',
    '',
    ...heads('Lost', ...places.map(({ region }) => `${region.name} (${region.id})`)),
    ...losses.map(([loss, what]) => row(what, ...places.map((place) => cell(loss, place)))),
    '',
    'For an alarm without a loss, see [alarms](alarms.md); for a message of Argo CD, [applications](applications.md) or [releases](releases.md), which also lists every Argo CD; for an image that no cluster starts, [signatures](signatures.md). Who is answered by which region, and on what legal basis: [answers](answers.md).',
    '',
    ...failedOver.flatMap((region) => [
      `A standby has taken over from ${region}: [failback](${region}/failback.md).`,
      '',
    ]),
    ...moves.flatMap(({ id, step }) => [
      `On its way: [${id}](moves/${id}.md), at the step ${step}.`,
      '',
    ]),
  ].join('\n');
};

const outcome = ({ loss, cluster }: Runbook): string => {
  const { fallback, database } = cluster.region;
  if (loss === 'region')
    return fallback.kind === 'region'
      ? `fail over to ${fallback.region}`
      : database.role === 'writer'
        ? 'static page; no copy across the border'
        : 'static page; the data is safe';
  if (loss === 'database')
    return database.role === 'writer' ? 'restore to a point in time' : 'recreate the read replica';
  if (loss === 'objects')
    return cluster.region.buckets.some(({ replicatesTo }) => replicatesTo !== null)
      ? 'copy the objects back'
      : 'restore the newest backup; no copy across the border';
  return 'recreate it';
};
