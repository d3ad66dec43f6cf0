import { setTimeout as pause } from 'node:timers/promises';
import { applications, settled } from './applications.ts';
import { freeze } from './freeze.ts';
import { refreshSets } from './refresh-sets.ts';
import { pruned, removed } from './removals.ts';
import { allSettled } from './settled.ts';
import { refresh, type Scenario, type Stage, says, syncByHand } from './stage.ts';
import { stuckRoot } from './stuck-root.ts';

const counts = async ({ plane }: Stage) =>
  new Map((await applications(plane.api)).map(({ name, syncs }) => [name, syncs]));

// Long enough for a self-heal and the refreshes that follow it.
const A_WHILE = 15_000;

const noDrift: Scenario = {
  sentence:
    'a refresh of everything, charts and ApplicationSets included, finds no difference and syncs nothing',
  play: async (stage) => {
    const before = await counts(stage);
    await refreshSets(stage.plane.api);
    await refresh(stage, [...before.keys()], 'hard');
    await pause(A_WHILE);
    const left = await allSettled(stage.plane.api, stage.folder);
    const after = await applications(stage.plane.api);
    return [
      ...left,
      ...after
        .filter(({ name, syncs }) => syncs !== before.get(name))
        .map(({ name, syncs }) => `${name} was synced ${syncs - (before.get(name) ?? 0)} times`),
    ];
  },
};

const noOrphans: Scenario = {
  sentence: 'nothing in the namespaces of the Applications is an orphan',
  play: async ({ plane }) =>
    (await applications(plane.api))
      .filter(({ message }) => message.includes('OrphanedResourceWarning'))
      .map(({ name, message }) => `${name}: ${message}`),
};

const fullSyncs: Scenario = {
  sentence: 'after each chart was synced whole once more, every object can still be written',
  play: async (stage) => {
    const { api } = stage.plane;
    const before = await counts(stage);
    const charts = stage.folder.files
      .map(({ body }) => body)
      .filter(({ kind, spec }) => kind === 'Application' && isChart(spec));
    for (const { metadata } of charts) await syncByHand(stage, metadata.name);
    for (const { metadata } of charts) {
      await says(
        stage,
        metadata.name,
        'is synced by hand',
        (one) => settled(one) && one.syncs > (before.get(one.name) ?? 0),
      );
    }
    const tried = stage.folder.files
      .map(({ body }) => body)
      .filter(({ apiVersion }) => apiVersion.includes('.') && !apiVersion.startsWith('argoproj'));
    const answers = await Promise.all(
      tried.map(async (object) => [object, await api.apply(object, 'dry run')] as const),
    );
    return answers.flatMap(([{ kind, metadata }, answer]) =>
      'rejection' in answer ? [`${kind} ${metadata.name}: ${answer.rejection.message}`] : [],
    );
  },
};

const isChart = (spec: unknown): boolean =>
  (spec as { source?: { chart?: string } }).source?.chart !== undefined;

/** Each finds the cluster settled, and leaves it so. */
export const scenarios: readonly Scenario[] = [
  noDrift,
  noOrphans,
  fullSyncs,
  stuckRoot,
  pruned,
  removed,
  freeze,
];
