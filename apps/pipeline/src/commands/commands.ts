import { type Fleet, imagePolicies, imageRepository } from '@bizflow/config';
import { delivery, imageRegions } from '@bizflow/config/delivery';
import { serviceApplicationName } from '@bizflow/config/names';
import { argoCd } from '@bizflow/config/platform';
import { objectIn } from '../kubectl.ts';
import { allNeeded, fileOf, jsonOf, needed, type Options, serviceOf, urlOf } from '../options.ts';
import { type Polling, poll } from '../poll.ts';
import type { Shelf } from '../registry.ts';
import { applicationRules } from '../rules/application-rules.ts';
import { dastRules } from '../rules/dast-rules.ts';
import { evidenceRules } from '../rules/evidence-rules.ts';
import { scanRules, snyk, trivy } from '../rules/scan-rules.ts';
import { testRules } from '../rules/test-rules.ts';
import { smokeProblems } from '../smoke.ts';
import type { Command } from './command.ts';
import { fact } from './facts.ts';
import { gitHubCommands } from './github-commands.ts';

const reportReaders = { trivy, snyk };

/**
 * Every rule and every wait of the pipeline: exit 0 without a problem, otherwise 1. Only the commands
 * that need AWS's client or the load generator load it: a script reads many facts.
 */
export const commands: Readonly<Record<string, Command>> = {
  fact: (options, { fleet, say }) => {
    say(fact(fleet, options));
    return [];
  },
  'test-rules': (options) => {
    const { at, text } = fileOf(options, 'report');
    return testRules(at, text);
  },
  ...Object.fromEntries(
    Object.entries(reportReaders).map(([tool, read]): [string, Command] => [
      `${tool}-rules`,
      (options) => {
        const { at, json } = jsonOf(options, 'report');
        return scanRules(at, read(json), imagePolicies.staging);
      },
    ]),
  ),
  'dast-rules': (options) => {
    const { at, json } = jsonOf(options, 'report');
    return dastRules(at, urlOf(options), json, delivery.dast.tolerates);
  },
  'evidence-rules': (options) => {
    const layout = needed(options, 'layout');
    const read = (path: string) => jsonOf({ path: `${layout}/${path}` }, 'path').json;
    return evidenceRules(read('index.json'), (digest) => read(`blobs/${digest.replace(':', '/')}`));
  },
  'wait-for-replication': async (options, { fleet, waiting }) => {
    const { waitForReplication } = await import('../replication.ts');
    const home = shelf(options, fleet);
    const image = allNeeded(options, 'tag', 'digest');
    const regions = imageRegions(fleet);
    const time = polling(options, delivery.replicationMinutes);
    return waitForReplication({ home, regions, ...image }, time, waiting);
  },
  'wait-for-staging': (options, { waiting }) => {
    const name = serviceApplicationName(serviceOf(options));
    const digest = needed(options, 'digest');
    const ask = async () =>
      applicationRules(
        (await objectIn(argoCd.namespace, 'applications.argoproj.io', name)) ?? {
          metadata: { name },
        },
        digest,
      );
    return poll(polling(options, delivery.syncMinutes), ask, waiting);
  },
  smoke: (options) =>
    smokeProblems({ baseUrl: urlOf(options), healthPath: serviceOf(options).healthPath }),
  load: async (options, { say }) => {
    const { loadProblems, loadRequests } = await import('../load.ts');
    const { at, json } = jsonOf(options, 'requests');
    const requests = loadRequests(at, json);
    const [first] = requests;
    return first !== undefined && 'code' in first
      ? [first]
      : loadProblems(urlOf(options), requests as never, limits(options), say);
  },
  'mark-proved': async (options, { fleet }) => {
    const { markProved } = await import('../proof.ts');
    return markProved(shelf(options, fleet), needed(options, 'tag'), needed(options, 'digest'));
  },
  'ask-proof': async (options, { fleet }) => {
    const { proofProblems } = await import('../proof.ts');
    return proofProblems(shelf(options, fleet), needed(options, 'tag'), needed(options, 'digest'));
  },
  ...gitHubCommands,
};

const shelf = (options: Options, { assigned }: Fleet): Shelf => ({
  region: delivery.region,
  account: assigned.accounts.delivery.value,
  repository: imageRepository(serviceOf(options)),
});

// `--seconds` is for a person who does not want to wait, and for tests.
const polling = ({ seconds }: Options, minutes: number): Polling =>
  seconds === undefined
    ? { seconds: 60 * minutes, everySeconds: 15 }
    : { seconds: Number(seconds), everySeconds: Math.min(1, Number(seconds) / 10) };

const limits = ({ seconds }: Options) =>
  seconds === undefined
    ? delivery.performance
    : { ...delivery.performance, seconds: Number(seconds) };
