import { setTimeout as pause } from 'node:timers/promises';
import type { Manifest } from '@bizflow/config';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { goLive } from '../../fleet/live.ts';
import { stored } from '../../harness/api.ts';
import { argoCdNotifications } from '../../harness/argo-cd-notifications.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { E2eError, problemsOf } from '../../harness/e2e-error.ts';
import { type Bench, nothing, type Suite } from '../../suite.ts';
import { type Metrics, metricsServer } from '../canary/metrics.ts';
import { quickened } from '../canary/quickened.ts';
import { healthy } from '../canary/rollout.ts';
import { subject } from '../canary/subject.ts';
import { cases, wordsFor } from './applications.ts';
import { type Receiver, receiver } from './receiver.ts';
import { inProduction, inStaging, problemsIn } from './releases.ts';
import { applicationSettings, releaseSettings } from './settings.ts';

/** Who is told what, by the notification engines of Argo Rollouts and Argo CD, with the rendered settings. */
export const messages: Suite = {
  name: 'messages',
  proves: 'people are told what they need, where they look, and nothing else',
  missing: nothing,
  tools: ['argo-cd'],
  run: async (bench) => {
    const [receives, metrics] = [await receiver(), await metricsServer()];
    await play(bench, receives, metrics).finally(() =>
      Promise.all([receives.stop(), metrics.stop()]),
    );
  },
};

async function play(bench: Bench, receives: Receiver, metrics: Metrics): Promise<void> {
  for (const environment of ['production', 'staging']) {
    const folder = bench.clusters.find(({ id }) => id.startsWith(environment));
    if (folder === undefined) continue;
    await bench.cluster(`messages-${environment}`, (plane) =>
      place(bench, plane, folder, receives, metrics),
    );
  }
}

async function place(
  { definitions, holds, count }: Bench,
  plane: ControlPlane,
  folder: ClusterFolder,
  receives: Receiver,
  metrics: Metrics,
): Promise<void> {
  const quicken = (object: Manifest) =>
    quickened(object, { pauseSeconds: 20, metrics: metrics.address });
  count((await goLive(plane, definitions, folder, quicken)).length);
  for (const object of releaseSettings(folder, receives.address)) {
    stored(await plane.api.apply(object));
  }
  const objects = folder.files.map(({ body }) => body);
  const rollout = objects.find(({ kind }) => kind === 'Rollout');
  if (rollout === undefined) throw new E2eError(`${folder.id} has no Rollout`);
  const released = subject(plane.api, quicken(rollout));
  await released.is('is installed', 120, healthy);
  const [of, hasGate] = [folder.id, folder.id.startsWith('production')];
  for (const one of hasGate ? inProduction : inStaging) {
    const problems = problemsOf(problemsIn(released, metrics, of, receives, one));
    holds(`${of}: ${one.says} tells whom it must, once`, await problems);
  }
  if (hasGate) await applications(plane, folder, receives, holds);
}

async function applications(
  plane: ControlPlane,
  folder: ClusterFolder,
  receives: Receiver,
  holds: Bench['holds'],
): Promise<void> {
  for (const object of applicationSettings(folder, receives.address)) {
    stored(await plane.api.apply(object));
  }
  const told = cases();
  const them = folder.files
    .map(({ body }) => body)
    .filter(({ kind, metadata }) => kind === 'Application' && metadata.name !== 'root');
  for (const [index, { status }] of told.entries()) {
    await plane.api.merge(nth(them, index), { status });
  }
  const before = receives.told().length;
  plane.add(argoCdNotifications);
  await pause(30_000);
  const news = receives.told().slice(before);
  for (const [index, { says, page }] of told.entries()) {
    const application = nth(them, index);
    const about = news.filter(({ text }) =>
      text.includes(`Application ${application.metadata.name}*`),
    );
    const lacks = [...wordsFor(folder.id, application), ...(page === undefined ? [] : [page])];
    holds(
      `an Application ${says} ${page === undefined ? 'sends no message' : `sends one of ${page}`}`,
      [
        ...(about.length === (page === undefined ? 0 : 1) ? [] : [`${about.length} messages`]),
        ...about.flatMap(({ text }) =>
          lacks
            .filter((word) => !text.includes(word))
            .map((word) => `"${word}" is not in: ${text}`),
        ),
      ],
    );
  }
}

function nth(all: readonly Manifest[], index: number): Manifest {
  const found = all[index];
  if (found === undefined) throw new E2eError(`there are ${all.length} Applications only`);
  return found;
}
