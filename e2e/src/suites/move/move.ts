import { beginHistory } from '@bizflow/testing/commits';
import { workspaceCopy } from '@bizflow/testing/workspace';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { E2eError } from '../../harness/e2e-error.ts';
import { type Egress, egress } from '../../harness/egress.ts';
import { repository } from '../../harness/git.ts';
import { redisMissing } from '../../harness/redis.ts';
import type { Bench, Suite } from '../../suite.ts';
import { realCharts } from '../sync/raise.ts';
import { movesOf, type Words } from './asked.ts';
import { type Checkout, checkout, folderOf } from './checkout.ts';
import type { Course } from './course.ts';
import { leftOf, synced, syncs } from './forgotten.ts';
import { raiseEnd } from './raise-end.ts';
import { stepsOfMove } from './steps.ts';
import { takeStep } from './take-step.ts';

/** The moves of CONTRIBUTING.md in which people go to a new region, from the first step to the last. */
export const move: Suite = {
  name: 'move',
  proves:
    'each step of a move is pulled by the Argo CDs of both clusters: no country is without an answer, and no data goes',
  missing: redisMissing,
  onRequest: true,
  tools: ['argo-cd', 'helm'],
  run: async (bench) => {
    console.log(`charts: ${realCharts ?? 'stand-ins, from charts.lock.json'}`);
    for (const words of movesOf(bench.clusters)) await playMove(bench, words);
  },
};

async function playMove(bench: Bench, words: Words): Promise<void> {
  const workspace = workspaceCopy();
  const ways = [await egress(), await egress()] as const;
  try {
    console.log(words.join(' '));
    beginHistory(workspace);
    const before = checkout(workspace.root, 'before');
    const steps = stepsOfMove(workspace, words);
    const first = steps.next().value;
    if (first === undefined) throw new E2eError(`${words.join(' ')}: the move has no step`);
    await throughBoth(bench, { before, first, steps, ways });
  } finally {
    for (const way of ways) await way.stop();
    workspace.dispose();
  }
}

interface Played {
  readonly before: Checkout;
  readonly first: Checkout;
  readonly steps: Generator<Checkout, undefined>;
  /** The ways into the networks of the new cluster and of the old one. */
  readonly ways: readonly [Egress, Egress];
}

/** Both clusters are up until the old one has gone; where it stays, until the end. */
async function throughBoth(bench: Bench, played: Played): Promise<void> {
  const { before, first, steps, ways } = played;
  const { from, to } = first.told.ends ?? {};
  const name = (end: string, region: string | null | undefined) => `move-${end}-${region}`;
  let now: Checkout | undefined = first;
  const onNew = async (next: ControlPlane) => {
    const git = repository(next.server.folder, 'platform', 'main');
    const [fromId, toId] = [`production/${from}`, `production/${to}`];
    const course: Course = { bench, git, before, from: fromId, to: toId, last: before, ends: [] };
    try {
      const onOld = async (old: ControlPlane) => {
        const left = await raiseEnd(course, before, fromId, { plane: old, out: ways[1] });
        course.ends = [left];
        const entered = await raiseEnd(course, first, toId, { plane: next, out: ways[0] });
        course.ends = [left, entered];
        for (; now !== undefined; now = steps.next().value) {
          await tookStep(course, now);
          if (folderOf(now, fromId) === undefined) break;
        }
        await left.raised.stop();
        if (now !== undefined) course.ends = [entered];
      };
      await bench.beside(name('from', from), onOld, [ways[1].flag]);
      // What is left of the old cluster is destroyed with it.
      if (now !== undefined) now = steps.next().value;
      for (; now !== undefined; now = steps.next().value) await tookStep(course, now);
    } finally {
      for (const { raised } of course.ends) await raised.stop();
    }
  };
  await bench.cluster(name('to', to), onNew, [ways[0].flag]);
}

async function tookStep(course: Course, now: Checkout): Promise<void> {
  const before = await syncs(course);
  await takeStep(course, now);
  if (now.step !== 'forget') return;
  const claims = [
    ['it syncs nothing: what runs stays as it is', synced(before, await syncs(course))],
    ...(folderOf(now, course.from) === undefined
      ? [['nothing in gitops/ names the region that has gone', leftOf(course, now)] as const]
      : []),
  ] as const;
  for (const [sentence, against] of claims) course.bench.holds(`forget: ${sentence}`, against);
}
