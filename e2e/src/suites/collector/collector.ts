import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterFolder } from '../../fleet/folders.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { problemsOf } from '../../harness/e2e-error.ts';
import type { Bench, Suite } from '../../suite.ts';
import { aws } from './aws.ts';
import { begin, healthy } from './begin.ts';
import { kept, lacking, sentences, unread } from './findings.ts';
import { measuresRequest } from './measures.ts';
import { prepare } from './sender.ts';
import { kinds, spansRequest, traces } from './spans.ts';
import { differences } from './versions.ts';

/** The rendered collectors of each cluster in a real OpenTelemetry collector: what they keep, and what they send on. */
export const collector: Suite = {
  name: 'collector',
  proves: 'a real collector keeps the traces it must, and sends every metric that is read',
  missing: () => {
    const named = process.env.BIZFLOW_COLLECTOR;
    return named === undefined || existsSync(named)
      ? ''
      : `BIZFLOW_COLLECTOR names ${named}, which does not exist: build it, or leave it out`;
  },
  tools: ['collector'],
  run: async (bench) => {
    console.log(`     ${differences()}`);
    await bench.cluster('collector', async (plane) => {
      for (const folder of bench.clusters) await rehearse(bench, plane, folder);
    });
  },
};

async function rehearse(
  { holds, count }: Bench,
  plane: ControlPlane,
  folder: ClusterFolder,
): Promise<void> {
  const cloud = await aws();
  const says = (sentence: string, against: readonly string[]) =>
    holds(`${folder.id}: ${sentence}`, against);
  try {
    count(await prepare(plane, folder));
    const { http, health } = await begin(plane, folder, cloud.address);
    says('both collectors start with their configuration', await healthy(health));
    says('they take spans and metrics', await problemsOf(send(http)));
    // Decided after 15 s, sent in batches of 5 s; the metrics are there before.
    await pause(40_000);
    for (const kind of kinds) says(sentences[kind], kept(cloud, kind));
    says('every metric that an alarm or a dashboard reads arrives', unread(cloud));
    says("every series that the canary's judge reads arrives", lacking(cloud, folder));
    const services = [...cloud.signed].toSorted().join();
    says('all requests are signed', services === 'aps,logs,xray' ? [] : [`for ${services} only`]);
  } finally {
    await cloud.stop();
  }
}

/** Sends everything to the edge as an application does; any other answer than success is a problem. */
async function send(port: number): Promise<readonly string[]> {
  const post = async (signal: string, body: object): Promise<readonly string[]> => {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/${signal}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.ok ? [] : [`${signal}: ${answer.status} ${await answer.text()}`];
  };
  const size = 500;
  const problems: string[] = [];
  for (let from = 0; from < traces.length; from += size) {
    const some = traces.slice(from, from + size);
    problems.push(...(await post('traces', spansRequest(some, Date.now()))));
  }
  return [...problems, ...(await post('metrics', measuresRequest(Date.now())))];
}
