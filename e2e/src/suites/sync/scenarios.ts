import { setTimeout as pause } from 'node:timers/promises';
import type { Manifest } from '@bizflow/config';
import { stringify } from 'yaml';
import { applications, settled } from './applications.ts';
import { freeze } from './freeze.ts';
import { refreshSets } from './refresh-sets.ts';
import { pruned, removed } from './removals.ts';
import { allSettled } from './settled.ts';
import { fileOf, refresh, type Scenario, type Stage, says, syncByHand } from './stage.ts';

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

const stuckRoot: Scenario = {
  sentence: 'a fix that is pushed while the root waits is taken without a hand',
  play: async (stage) => {
    const { git, folder } = stage;
    const [at, home] = ['bootstrap/application-stuck.yaml', 'platform/stuck'].map(
      (path) => `gitops/${folder.id}/${path}`,
    ) as [string, string];
    const model = fileOf(stage, 'bootstrap/application-admission.yaml').body as Application;
    const stuck = {
      ...model,
      metadata: { ...model.metadata, name: 'stuck' },
      spec: {
        ...model.spec,
        destination: { ...model.spec.destination, namespace: 'observability' },
        source: { ...model.spec.source, repoURL: git.url, path: home },
      },
    };
    // A kind without a definition, and after the fix a folder without one.
    const tower = {
      ...{ apiVersion: 'towers.example/v1', kind: 'Tower' },
      metadata: { name: 'stuck', namespace: 'observability' },
    };
    const map = {
      ...{ apiVersion: 'v1', kind: 'ConfigMap' },
      metadata: { name: 'stuck', namespace: 'observability' },
    };
    git.push(
      'A component that cannot be synced',
      new Map([
        [at, stringify(stuck)],
        [`${home}/tower.yaml`, stringify(tower)],
      ]),
    );
    await refresh(stage, ['root']);
    await says(stage, 'stuck', 'fails', ({ message }) => message.includes('Tower'));
    await says(stage, 'root', 'waits for it', ({ phase }) => phase === 'Running');
    const fix = new Map([
      [`${home}/tower.yaml`, null],
      [`${home}/map.yaml`, stringify(map)],
    ]);
    const commit = git.push('The fix', fix);
    await refresh(stage, ['root']);
    await says(
      stage,
      'root',
      `takes the fix ${commit}`,
      (one) => settled(one) && one.revision === commit,
    );
    git.push(
      'Without it again',
      new Map([
        [at, null],
        [`${home}/map.yaml`, null],
      ]),
    );
    await refresh(stage, ['root']);
    return allSettled(stage.plane.api, folder);
  },
};

interface Application extends Manifest {
  readonly spec: { readonly source: object; readonly destination: object };
}

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
